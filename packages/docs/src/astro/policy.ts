import { createHash } from "node:crypto";
import { escapeHtml } from "../html/escape-html.ts";

/**
 * The page with a Content-Security-Policy: of scripts and styles what stands in it and the site's own files, and of other
 * origins nothing.
 *
 * @param mayConnect whether a reader may have the page send requests to a server of their own: over https, or over http on the
 * reader's machine, where a local sandbox is.
 */
export function withPolicy(html: string, { mayConnect }: { mayConnect: boolean }): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${hashesOf(html, "script")}`.trim(),
    `style-src 'self' ${hashesOf(html, "style")}`.trim(),
    `img-src 'self' data:`,
    `connect-src 'self'${mayConnect ? " https: http://127.0.0.1:* http://localhost:*" : ""}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`;
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + meta);
}

/** Every element is the build's own: whatever a description says is escaped. */
function hashesOf(html: string, element: "script" | "style"): string {
  const texts = [...html.matchAll(new RegExp(`<${element}(?![^>]* src=)[^>]*>(.*?)</${element}>`, "gs"))];
  const hashes = texts.map(
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  return [...new Set(hashes)].join(" ");
}
