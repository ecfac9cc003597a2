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
  const ranges = (accept ?? "").split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter((text) => text.trim() !== "");
  if (ranges.length === 0) return content[0];
  const accepted = ranges.map((range) => ({
    range: withoutQuality(parseMediaType(range)),
    quality: qualityOf(range),
  }));
  return mostFitting(content, ({ name }) => {
    const described = parseMediaType(name);
    const best = mostFitting(
      accepted,
      ({ range }) => specificity(range, described) ?? specificity(described, range),
    );
    return best && best.quality > 0 ? best.quality : undefined;
  });
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

/** How much a range says of a media type that falls in it; undefined when it does not. */
function specificity(range: ParsedMediaType, given: ParsedMediaType): number | undefined {
  if (range.type !== "*" && range.type !== given.type) return undefined;
  if (range.subtype !== "*" && range.subtype !== given.subtype) return undefined;
  let shared = 0;
  for (const [name, value] of range.parameters) {
    const same = given.parameters.get(name);
    if (name === "charset" || same === undefined) continue;
    if (same.toLowerCase() !== value.toLowerCase()) return undefined;
    shared++;
  }
  return (range.type === "*" ? 0 : 100) + (range.subtype === "*" ? 0 : 100) + shared;
}

/** RFC 9110 § 12.4.2: from 0, which is not acceptable, to 1, which is what none at all means. */
function qualityOf(range: string): number {
  const quality = Number(parseMediaType(range).parameters.get("q") ?? 1);
  return quality >= 0 && quality <= 1 ? quality : 1;
}

function withoutQuality({ parameters, ...essence }: ParsedMediaType): ParsedMediaType {
  return { ...essence, parameters: new Map([...parameters].filter(([name]) => name !== "q")) };
}
