/** Whether something is not to be used any more, and the days that the description knows of it. */
export interface Deprecation {
  readonly deprecated: boolean;
  /** The day on which it was deprecated, or will be: `2026-11-30` (RFC 9745 § 2.1 has a moment of it). */
  readonly deprecatedSince?: string | undefined;
  /** The day from which on it may be gone: `2027-06-30` (RFC 8594 § 3 has a moment of it). */
  readonly sunset?: string | undefined;
}

/** What can be deprecated, as it is written: an operation, a parameter, a header or a schema (OpenAPI 3.1 § 4.8.10, § 4.8.12, § 4.8.24). */
export interface Deprecable {
  readonly deprecated?: unknown;
  readonly "x-deprecated-since"?: unknown;
  readonly "x-sunset"?: unknown;
}

/** The extensions that say when. OpenAPI has none of its own for it; `x-sunset` is the one that other tools read too. */
export const deprecationDays = ["x-deprecated-since", "x-sunset"] as const;
export type DeprecationDay = (typeof deprecationDays)[number];

/** Reads `deprecated` and the days beside it. A day that is none, or beside which nothing is deprecated, is not read. */
export function readDeprecation(node: Deprecable): Deprecation {
  const day = (name: DeprecationDay) =>
    node[name] === undefined || mistakeOfDay(node, name) ? undefined : String(node[name]);
  return {
    deprecated: node.deprecated === true,
    deprecatedSince: day("x-deprecated-since"),
    sunset: day("x-sunset"),
  };
}

/** Why a day that is written is not read, as a sentence; undefined where it is. */
export function mistakeOfDay(node: Deprecable, name: DeprecationDay): string | undefined {
  if (!isDay(node[name])) return `\`${name}\` must be a day such as "2027-06-30".`;
  if (node.deprecated !== true) {
    return `\`${name}\` stands beside \`deprecated: true\`, and what it stands beside is not deprecated.`;
  }
  const { "x-deprecated-since": since, "x-sunset": sunset } = node;
  // RFC 9745 § 4: a sunset is not before the deprecation. Days of this form have the order of their texts.
  if (name === "x-sunset" && isDay(since) && String(sunset) < since) {
    return "`x-sunset` must not be before `x-deprecated-since`.";
  }
  return undefined;
}

/** RFC 3339 § 5.6: a `full-date`, of a day that the calendar has. */
function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  // Where a month has no 31st, it may be read as the 1st of the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
