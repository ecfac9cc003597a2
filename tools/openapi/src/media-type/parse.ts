/** A media type, or a range of them, in its parts (RFC 9110 § 8.3.1), in lower case but for the values of parameters. */
export interface ParsedMediaType {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([!#$%&'*+.^_`|~\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))/g;

/** Takes whatever stands there: what is no media type has a type that nothing else has. */
export function parseMediaType(text: string): ParsedMediaType {
  const semicolon = text.indexOf(";");
  const essence = (semicolon < 0 ? text : text.slice(0, semicolon)).trim().toLowerCase();
  const slash = essence.indexOf("/");
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, token] of semicolon < 0 ? [] : text.slice(semicolon).matchAll(parameter)) {
    const key = name.toLowerCase();
    // Of two that are the same, the first counts (WHATWG MIME Sniffing § 4.4).
    if (!parameters.has(key)) parameters.set(key, quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "");
  }
  return {
    type: slash < 0 ? essence : essence.slice(0, slash),
    subtype: slash < 0 ? "" : essence.slice(slash + 1),
    parameters,
  };
}
