import { isJson, isRange, type MediaType, negotiate, parseMediaType } from "@visitors-api/openapi";

// The same for all requests, and looked at for each.
const ordered = new WeakMap<readonly MediaType[], readonly MediaType[]>();

/**
 * The media types of an answer in the order in which it is sent in them to whoever takes all of them: JSON, what else can be
 * written, and what can only be sent where there is an example of it.
 */
export function inOrder(content: readonly MediaType[]): readonly MediaType[] {
  let order = ordered.get(content);
  if (order === undefined) {
    order = content.toSorted((a, b) => rank(a) - rank(b));
    ordered.set(content, order);
  }
  return order;
}

function rank({ name, kind, examples }: MediaType): number {
  if (isJson(name)) return 0;
  return kind === "json" || examples.length > 0 || isXml(name) || isForm(name) ? 1 : 2;
}

/** RFC 7303 § 9.1, § 9.2 and § 8. */
export function isXml(mediaType: string): boolean {
  return /^xml$|\+xml$/.test(parseMediaType(mediaType).subtype);
}

export function isForm(mediaType: string): boolean {
  return parseMediaType(mediaType).subtype === "x-www-form-urlencoded";
}

/**
 * Which of the media types a client is answered in (RFC 9110 § 12.5.1).
 *
 * @param content In order.
 * @returns undefined where it takes none of them.
 */
export function acceptable(content: readonly MediaType[], accept: string | undefined): MediaType | undefined {
  const [first] = content;
  // As nearly everybody writes it.
  if (accept === undefined || accept === "*/*" || accept === first?.name) return first;
  return negotiate(content, accept);
}

/** What a body is sent as that is in a range, where the client asks for nothing in particular. */
const USUAL = [
  "application/json",
  "text/plain",
  "application/octet-stream",
  "image/png",
  "audio/mpeg",
  "video/mp4",
  "font/woff2",
];

/**
 * The media type of a body of which a range is described: of those in it that the body can be written in, the one that the client
 * wants most, or else a usual one.
 *
 * @param takes Whether the body can be written in a media type.
 */
export function withinRange(
  range: string,
  accept: string | undefined,
  takes: (mediaType: string) => boolean,
): string {
  const asked = (accept ?? "").split(",").map((element) => element.trim());
  const candidates = [...asked, ...USUAL]
    .filter((name) => name !== "" && !isRange(name) && negotiate([{ name }], range) && takes(name))
    .map((name) => ({ name: withoutWeight(name) }));
  return (negotiate(candidates, accept) ?? candidates[0])?.name ?? "application/octet-stream";
}

/** RFC 9110 § 12.4.2: a weight is no parameter of the media type. */
function withoutWeight(element: string): string {
  return element.replace(/\s*;\s*q=.*$/i, "");
}
