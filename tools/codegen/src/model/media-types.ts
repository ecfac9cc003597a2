/** How a body of a media type is written or read. */
export type BodyKind = "json" | "form" | "multipart" | "text" | "binary";

/** RFC 6839 § 3.1: `+json` marks a JSON syntax. A wildcard says nothing, and an API that says nothing speaks JSON. */
export function bodyKind(mediaType: string): BodyKind {
  const essence = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (/[/+]json$|^\*\/\*$|^application\/\*$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence.startsWith("multipart/")) return "multipart";
  if (essence.startsWith("text/")) return "text";
  return "binary";
}

const preference: readonly BodyKind[] = ["json", "form", "multipart", "text", "binary"];

/** The media type that a client sends when a description offers several: the most structured one. */
export function preferredMediaType(mediaTypes: readonly string[]): string | undefined {
  for (const kind of preference) {
    const found = mediaTypes.find((mediaType) => bodyKind(mediaType) === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
