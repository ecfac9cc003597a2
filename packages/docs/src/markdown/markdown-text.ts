/** A text with no meaning in Markdown, on one line. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]<]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/(?<!\w)_|_(?!\w)/g, "\\_");
}

/** A text as code, on one line. */
export function codeSpan(text: string): string {
  const line = text.replace(/\n/g, " ") || " ";
  const fence = "`".repeat(longestRun(line) + 1);
  return line.includes("`") ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A code block, whatever stands in it. */
export function fenced(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language.replace(/[^\w+-]/g, "")}\n${text}\n${fence}`;
}

/** A URL in the brackets after a link's text: nothing in it ends them. */
export function linkTarget(url: string): string {
  return encodeURI(decoded(url)).replaceAll("(", "%28").replaceAll(")", "%29");
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
