import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { percentDecoded } from "@visitors-api/openapi";

/** A `$ref` in its parts (RFC 3986 § 3.5). */
export interface ReferenceParts {
  /** Empty for the file that the reference stands in. */
  readonly file: string;
  /** With its `#`, or empty. */
  readonly fragment: string;
}

export function referenceParts($ref: string): ReferenceParts {
  const hash = $ref.indexOf("#");
  return hash < 0 ? { file: $ref, fragment: "" } : { file: $ref.slice(0, hash), fragment: $ref.slice(hash) };
}

/**
 * The absolute path or the URL of the file that a reference names (RFC 3986 § 5.2). A file whose name has a space, a
 * `#`, a `?` or a `%` is referred to with these encoded.
 *
 * @param base The path or URL of the file that the reference stands in.
 */
export function locate(base: string, file: string): string {
  if (isUrl(file)) return URL.canParse(file) ? new URL(file).href : file;
  if (isUrl(base)) return URL.canParse(file, base) ? new URL(file, base).href : file;
  if (/^file:/i.test(file) && URL.canParse(file)) return fileURLToPath(file);
  return resolve(dirname(base), percentDecoded(file));
}

export function isUrl(file: string): boolean {
  return /^https?:\/\//i.test(file);
}
