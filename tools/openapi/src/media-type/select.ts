import { type ParsedMediaType, parseMediaType } from "./parse.ts";

/** What has the name of a media type, or of a range of them. */
interface Named {
  readonly name: string;
}

/**
 * Which of the described media types a `Content-Type` is: the most specific of those that it falls in (OpenAPI 3.1 § 4.8.14).
 * A parameter that both have must be the same in both, but for `charset`; of two that fit, the one with more of them is it.
 */
export function selectMediaType<T extends Named>(content: readonly T[], contentType: string): T | undefined {
  // Most senders write it as the description does.
  const same = content.find(({ name }) => name === contentType);
  if (same) return same;
  const given = parseMediaType(contentType);
  return mostFitting(content, ({ name }) => specificity(parseMediaType(name), given));
}

/**
 * Which of the described media types answers an `Accept` best (RFC 9110 § 12.5.1). What the client takes equally well is
 * answered as the description has it first.
 *
 * @param accept Empty or undefined: the client takes anything.
 * @returns undefined when the client takes none of them.
 */
export function negotiate<T extends Named>(content: readonly T[], accept: string | undefined): T | undefined {
  const accepted = splitList(accept ?? "").map(readAccepted);
  if (accepted.length === 0) return content[0];
  return mostFitting(content, ({ name }) => {
    const quality = qualityOf(parseMediaType(name), accepted);
    return quality > 0 ? quality : undefined;
  });
}

interface Accepted {
  readonly range: ParsedMediaType;
  /** RFC 9110 § 12.4.2: from 0, which is not acceptable, to 1, which is what none at all means. */
  readonly quality: number;
}

/** The elements of a list (RFC 9110 § 5.6.1): a comma may stand in a quoted string. */
function splitList(list: string): string[] {
  const elements = list.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
  return elements.filter((element) => element.trim() !== "");
}

function readAccepted(element: string): Accepted {
  const { parameters, ...essence } = parseMediaType(element);
  const weight = parameters.get("q");
  const quality = weight === undefined || weight === "" ? 1 : Number(weight);
  return {
    range: { ...essence, parameters: new Map([...parameters].filter(([name]) => name !== "q")) },
    quality: quality >= 0 && quality <= 1 ? quality : 1,
  };
}

/** How much a client wants a media type: what the most specific range says of it. Of a described range, it wants what it wants most. */
function qualityOf(described: ParsedMediaType, accepted: readonly Accepted[]): number {
  const best = mostFitting(accepted, ({ range }) => specificity(range, described));
  let quality = best?.quality ?? 0;
  if (described.subtype !== "*") return quality;
  for (const one of accepted) {
    if (specificity(described, one.range) !== undefined) quality = Math.max(quality, one.quality);
  }
  return quality;
}

/** The first of those that fit best. */
function mostFitting<T>(candidates: readonly T[], fit: (candidate: T) => number | undefined): T | undefined {
  let found: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const fits = fit(candidate);
    if (fits !== undefined && fits > most) [found, most] = [candidate, fits];
  }
  return found;
}

/**
 * How much a range says of a media type that falls in it; undefined when it does not. One that lacks a parameter of the range may
 * be meant by it all the same, if by no other.
 */
function specificity(range: ParsedMediaType, given: ParsedMediaType): number | undefined {
  if (range.type !== "*" && range.type !== given.type) return undefined;
  if (range.subtype !== "*" && range.subtype !== given.subtype) return undefined;
  let said = (range.type === "*" ? 0 : 100) + (range.subtype === "*" ? 0 : 100);
  for (const [name, value] of range.parameters) {
    const same = given.parameters.get(name);
    if (name === "charset") continue;
    if (same === undefined) said -= 1000;
    else if (same.toLowerCase() === value.toLowerCase()) said++;
    else return undefined;
  }
  return said;
}
