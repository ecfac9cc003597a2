import { createHash } from "node:crypto";

export type PageDocument = {
  title: string;
  summary: string;
  /** Path that the site is served under, with a slash at both ends. */
  base: string;
  css: string;
  /** The prerendered reference. */
  html: string;
  /** Redoc's colour script, which stands in `html`. */
  colorScript: string;
  /** The script that waits for a reader's intent. */
  bootScript: string;
  /** Path of the module that makes the page interactive. */
  entry: string;
};

/** A page of the site as an HTML document. */
export function pageDocument(page: PageDocument): string {
  const { base } = page;
  const head = [
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy([page.colorScript, page.bootScript]))}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="generator" content="${generator}">`,
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.summary)}">`,
    `<link rel="icon" href="data:,">`,
    `<link rel="alternate" type="application/json" href="${base}openapi.json" title="OpenAPI description">`,
    `<style>${page.css}${ownStyles}</style>`,
  ];
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    ...head,
    `</head>`,
    `<body>`,
    `<noscript><p class="without-script">Without JavaScript this page cannot search or switch tabs. The whole ` +
      `description: <a href="${base}openapi.yaml">openapi.yaml</a>, <a href="${base}openapi.json">openapi.json</a>.</p></noscript>`,
    `<div id="reference">${page.html}</div>`,
    `<script data-base="${base}" data-entry="${page.entry}">${page.bootScript}</script>`,
    `</body>`,
    `</html>`,
    ``,
  ].join("\n");
}

/** Stands in every page, and so tells a folder that this build wrote from any other. */
export const generator = "@visitors-api/docs";

const ownStyles =
  `body{margin:0}` +
  `.without-script{margin:0;padding:8px 16px;font:14px/1.5 system-ui,sans-serif;background:#fff7df;color:#3b3c45}` +
  `.without-script a{color:inherit}`;

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

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
