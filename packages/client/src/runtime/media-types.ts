/** RFC 6839 § 3.1: `+json` marks a JSON syntax. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

/** Whether a media type, without its parameters, is another or in the range that the other is (RFC 9110 § 12.5.1). */
export function isIn(mediaType: string, other: string): boolean {
  const range = essence(other);
  const within = essence(mediaType);
  return range === within || range === "*/*" || (isRange(range) && within.startsWith(range.slice(0, -1)));
}

/** Whether it stands for several media types, as `image/*` does. */
export function isRange(mediaType: string): boolean {
  return mediaType.includes("*");
}

/** A media type without its parameters, in lower case (RFC 9110 § 8.3.1). */
export function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}
