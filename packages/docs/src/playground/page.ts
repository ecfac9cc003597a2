import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { renderToString } from "preact-render-to-string";
import { escapeHtml } from "../escape-html.ts";
import { type PageHead, pageHead } from "../page-head.ts";
import { App } from "./browser/view/app.ts";
import { h } from "./browser/view/h.ts";
import type { TryPage } from "./try-page.ts";

export type PlaygroundPage = {
  page: TryPage;
  head: PageHead;
  /** Path that the site is served under, with a slash at both ends. */
  base: string;
  /** Redoc's colour script: a reader's choice holds here too. */
  colorScript: string;
  /** Path of the module that makes the form work. */
  entry: string;
};

/** The page of an operation in the playground. Without a script it shows what would be sent, as a curl line. */
export function playgroundPage({ page, head, base, colorScript, entry }: PlaygroundPage): string {
  const css = styles();
  const title = escapeHtml(`Try it: ${page.name}`);
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(colorScript, [css, withoutScript]))}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    ...pageHead(head),
    `<link rel="icon" href="data:,">`,
    `<style>${css}</style>`,
    `<noscript><style>${withoutScript}</style></noscript>`,
    `<script type="module" src="${base}${entry}"></script>`,
    `</head>`,
    `<body>`,
    `<script>${colorScript}</script>`,
    `<a class="skip" href="#playground">Skip to the form</a>`,
    `<header>`,
    `<nav aria-label="Where you are"><ol>`,
    `<li><a href="${base}">${escapeHtml(head.siteName)}</a></li>`,
    `<li><a href="../">${escapeHtml(page.name)}</a></li>`,
    `<li aria-current="page">Try it</li>`,
    `</ol></nav>`,
    `<button type="button" class="quiet" id="color-mode">Light or dark</button>`,
    `</header>`,
    `<main>`,
    `<h1>${title}</h1>`,
    `<p class="operation"><b class="method ${escapeHtml(page.method.toLowerCase())}">${escapeHtml(page.method)}</b> ` +
      `<code>${escapeHtml(page.path)}</code></p>`,
    `<noscript><p class="notice">With JavaScript this page sends the request to a sandbox that runs in it. Without, ` +
      `there is what to send as a curl line.</p></noscript>`,
    `<div id="playground" tabindex="-1">${renderToString(h(App, { page }))}</div>`,
    `</main>`,
    `<script type="application/json" id="try-page">${embedded(page)}</script>`,
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

const withoutScript = `.inputs,.bar,#result,#color-mode{display:none!important}`;

/** Data is no script, whatever stands in it, as long as it cannot end its element. */
function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/**
 * A reader may send to any server of their own: over https, or over http on the reader's machine, where a local sandbox is.
 * Nothing else is loaded from, or sent to, another origin; no other page of the site may do as much.
 */
function policy(script: string, styleSheets: readonly string[]): string {
  return [
    `default-src 'none'`,
    `script-src 'self' ${hash(script)}`,
    `style-src ${styleSheets.map(hash).join(" ")}`,
    `img-src data:`,
    `connect-src 'self' https: http://127.0.0.1:* http://localhost:*`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join("; ");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
