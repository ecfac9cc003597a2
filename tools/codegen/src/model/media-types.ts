import type { BodyKind, MediaType } from "@visitors-api/openapi";

const preference: readonly BodyKind[] = ["json", "form", "multipart", "text", "bytes", "stream"];

/** What a client sends when a description offers several media types: the most structured one. */
export function preferredMediaType(content: readonly MediaType[]): MediaType | undefined {
  for (const kind of preference) {
    const found = content.find((media) => media.kind === kind);
    if (found) return found;
  }
  return undefined;
}
