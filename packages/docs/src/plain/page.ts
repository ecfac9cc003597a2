import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { escapeHtml } from "../escape-html.ts";
import type { Heading } from "./markdown-html.ts";

export type PlainPage = {
  title: string;
  /** Elements for `<head>` that every page of the site has. */
  head: string;
  /** The way from this page to the site's folder. */
  root: string;
  /** What stands in `<main>`. */
  html: string;
  headings: readonly Heading[];
};

/** The plain reference as an HTML document. Nothing in it is loaded from anywhere, and no script runs. */
export function plainPage({ title, head, root, html, headings }: PlainPage): string {
  const css = styles();
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(css))}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    head,
    `<link rel="icon" href="data:,">`,
    `<link rel="alternate" type="text/markdown" href="${root}reference.md" title="This page as Markdown">`,
    `<style>${css}</style>`,
    `</head>`,
    `<body>`,
    `<a class="skip" href="#content">Skip to the content</a>`,
    `<header><h1>${escapeHtml(title)}</h1>`,
    `<p>The whole description on one page. Also as <a href="${root}">a reference with search</a>, ` +
      `<a href="${root}reference.md">Markdown</a>, <a href="${root}openapi.yaml">YAML</a> and ` +
      `<a href="${root}openapi.json">JSON</a>.</p></header>`,
    `<nav aria-label="Contents"><div><h2>Contents</h2>`,
    contents(headings),
    `</div></nav>`,
    `<main id="content">`,
    html,
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join("\n");
}

let joined: string | undefined;

function styles(): string {
  // No line break in it means anything.
  joined ??= readFileSync(new URL("style.css", import.meta.url), "utf8").replace(/\s*\n\s*/g, "");
  return joined;
}

function policy(css: string): string {
  const hash = createHash("sha256").update(css).digest("base64");
  return [
    `default-src 'none'`,
    `script-src 'none'`,
    `connect-src 'none'`,
    `style-src 'sha256-${hash}'`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join("; ");
}

/** Headings of level 2, and those of level 3 under the one they belong to. */
function contents(headings: readonly Heading[]): string {
  const items: { heading: Heading; below: Heading[] }[] = [];
  for (const heading of headings) {
    const last = items.at(-1);
    if (heading.level === 2 || last === undefined) items.push({ heading, below: [] });
    else last.below.push(heading);
  }
  const rows = items.map(({ heading, below }) => {
    const list = below.map((inner) => `<li>${linkTo(inner)}</li>`).join("\n");
    return `<li>${linkTo(heading)}${list === "" ? "" : `<ul>${list}</ul>`}</li>`;
  });
  return `<ul>${rows.join("\n")}</ul>`;
}

function linkTo({ id, text }: Heading): string {
  return `<a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(text)}</a>`;
}
