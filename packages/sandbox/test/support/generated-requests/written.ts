import { isObject, type Parameter } from "@visitors-api/openapi";

/** Where a parameter goes in a request. */
export interface Parts {
  readonly path: Map<string, string>;
  readonly query: string[];
  readonly headers: Map<string, string>;
  readonly cookies: string[];
}

/**
 * Writes the value of a parameter into a request, in the styles that leave no doubt about it (OpenAPI 3.1 § 4.8.12.4).
 *
 * @returns whether its style can carry the value.
 */
export function write(
  { name, in: place, style, explode, mediaType }: Parameter,
  value: unknown,
  parts: Parts,
): boolean {
  const encode = place === "header" ? (text: string) => text : encodeURIComponent;
  const separator = { spaceDelimited: "%20", pipeDelimited: "|" }[style as string] ?? ",";
  const pairs = pairsOf();
  const text = pairs?.map(([, part]) => part).join(separator);
  if (pairs === undefined || text === undefined) return false;
  switch (place) {
    case "path":
      if (style !== "simple" || text === "" || /^\.{1,2}$/.test(text)) return false;
      parts.path.set(name, text);
      return true;
    case "header":
      if (!/^[!-~]+$/.test(text)) return false;
      parts.headers.set(name, text);
      return true;
    case "cookie":
      parts.cookies.push(`${name}=${text}`);
      return true;
    case "query":
      if (pairs.length === 0) return false;
      if (explode || style === "deepObject")
        parts.query.push(...pairs.map(([key, part]) => `${key}=${part}`));
      else parts.query.push(`${encode(name)}=${text}`);
      return true;
  }

  function pairsOf(): [string, string][] | undefined {
    if (mediaType !== undefined) return [[encode(name), encode(JSON.stringify(value))]];
    if (!isObject(value) && !Array.isArray(value)) {
      return value === null || value === "" ? undefined : [[encode(name), encode(String(value))]];
    }
    const entries = Object.entries(value);
    const isPlain = entries.every(
      ([, part]) => typeof part !== "object" && part !== "" && !/[ |]/.test(String(part)),
    );
    if (!isPlain || entries.length === 0) return undefined;
    if (Array.isArray(value)) return entries.map(([, part]) => [encode(name), encode(String(part))]);
    if (style === "deepObject")
      return entries.map(([key, part]) => [`${encode(name)}[${encode(key)}]`, encode(String(part))]);
    return place === "query" && explode
      ? entries.map(([key, part]) => [encode(key), encode(String(part))])
      : undefined;
  }
}
