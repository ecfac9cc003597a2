import { escapeHtml } from "./escape-html.ts";

/**
 * What stands out in code: names of JSON's properties, texts, numbers and remarks. More colours than that make a page
 * slower to paint, and no easier to read.
 */
const tokens: Readonly<Record<string, RegExp>> = {
  json: /(?<k>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<s>"(?:[^"\\]|\\.)*")|(?<n>-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b)/g,
  bash: /(?<c>^\s*#.*$)|(?<s>'[^']*'|"(?:[^"\\]|\\.)*")/gm,
  python: /(?<c>#.*$)|(?<s>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/gm,
  script: /(?<c>\/\/.*$)|(?<s>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/gm,
};

const languages: Readonly<Record<string, keyof typeof tokens>> = {
  json: "json",
  bash: "bash",
  sh: "bash",
  shell: "bash",
  console: "bash",
  python: "python",
  yaml: "python",
  typescript: "script",
  ts: "script",
  javascript: "script",
  js: "script",
  go: "script",
};

/** Code as HTML, coloured where its language is known. */
export function highlight(text: string, language: string): string {
  const pattern = tokens[languages[language.toLowerCase()] ?? ""];
  if (pattern === undefined) return escapeHtml(text);
  let html = "";
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    html += `${escapeHtml(text.slice(end, match.index))}<i class="${kind}">${escapeHtml(match[0])}</i>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}
