import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import styledComponents from "styled-components/package.json" with { type: "json" };
import type { ReferenceAssets } from "./build-reference.ts";
import { escapeHtml } from "./escape-html.ts";
import { type PageHead, pageHead } from "./page-head.ts";

export type PageDocument = {
  head: PageHead;
  /** Path that the site is served under, with a slash at both ends. */
  base: string;
  css: string;
  /** The prerendered reference. */
  html: string;
  /** Redoc's colour script, which stands in `html`. */
  colorScript: string;
  assets: ReferenceAssets;
  /** As HTML, everything that the page is about, for readers without JavaScript. */
  unfolded: string | undefined;
};

/** A page of the site as an HTML document. */
export function pageDocument(page: PageDocument): string {
  const { base } = page;
  const head = [
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy([page.colorScript, page.assets.boot]))}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    // No paint of a part of the first screen, in which something would move when the rest of it comes.
    `<link rel="expect" href="#${escapeHtml(idBelowFirstScreen(page.html) ?? "boot")}" blocking="render">`,
    ...pageHead(page.head),
    `<link rel="icon" href="data:,">`,
    `<link rel="alternate" type="application/json" href="${base}openapi.json" title="OpenAPI description">`,
    `<link rel="alternate" type="text/markdown" href="${base}reference.md" title="The whole reference as Markdown">`,
    `<style>${page.css}${ownStyles}</style>`,
  ];
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    ...head,
    `</head>`,
    `<body>`,
    `<a class="skip-link" href="#content">Skip to the content</a>`,
    `<noscript><p class="without-script">Without JavaScript this page cannot search or switch tabs. ` +
      `${page.unfolded ? `What is folded stands <a href="#unfolded">below</a>, and everything` : "Everything"} ` +
      `in the <a href="${base}reference/">plain reference</a>.</p></noscript>`,
    `<div id="reference">${page.html}</div>`,
    bootScript(page),
    ...(page.unfolded
      ? [`<noscript><section id="unfolded" class="without-script">${page.unfolded}</section></noscript>`]
      : []),
    `</body>`,
    `</html>`,
    ``,
  ].join("\n");
}

/** What a large screen shows first comes from less markup than this. */
const firstScreen = 30_000;

function idBelowFirstScreen(html: string): string | undefined {
  return / id="([\w/-]+)"/.exec(html.slice(firstScreen))?.[1];
}

function bootScript({ assets, base }: PageDocument): string {
  const { boot, ...paths } = assets;
  const data = Object.entries(paths).map(([name, path]) => ` data-${name}="${base}${path}"`);
  return `<script id="boot"${data.join("")} data-styled="${styledComponents.version}">${boot}</script>`;
}

const ownStyles = readFileSync(new URL("redoc/page.css", import.meta.url), "utf8")
  .replace(/\/\*.*?\*\//gs, "")
  .replace(/\s*\n\s*/g, "");

/**
 * Nothing is loaded from another origin, whatever the description says, and no script runs that the build did not
 * hash. Inline style attributes are allowed because React writes them.
 */
function policy(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    `default-src 'none'`,
    `script-src 'self' ${hashes.join(" ")}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join("; ");
}
