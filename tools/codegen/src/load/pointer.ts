/**
 * The keys that a JSON Pointer in a URI fragment goes through (RFC 6901 § 6). A percent sign that escapes nothing is
 * itself.
 */
export function pointerKeys(pointer: string): string[] {
  const path = pointer.replace(/^#/, "");
  if (path === "") return [];
  const parts = path.slice(1).split("/");
  if (!/[%~]/.test(path)) return parts;
  return parts.map((part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The JSON Pointer that goes through these keys, as a URI fragment (RFC 6901 § 3 and § 6). */
export function pointerTo(keys: readonly (string | number)[]): string {
  const parts = keys.map((key) =>
    String(key).replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25"),
  );
  return ["#", ...parts].join("/");
}

/** RFC 3986 § 2.1, for a reader that takes what is not encoded rightly as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
