/** What a client asks for with `Prefer: code=404, example=name` or `Prefer: dynamic=true, seed=7`. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
  /** Whether values are to be made by chance; undefined where an example is asked for by its name. */
  readonly dynamic: boolean | undefined;
  /** What the random numbers begin with. */
  readonly seed: number | undefined;
}

/** Whether it is a documented answer that is asked for, whatever the operation does. */
export function asksForDocumented({ code, example, dynamic }: Preference): boolean {
  return code !== undefined || example !== undefined || dynamic === true;
}

/**
 * The header by which an answer says that it is what was asked for (RFC 7240 § 3).
 *
 * @param isRandom Whether it was made by chance.
 */
export function preferenceApplied(
  { code, example, dynamic, seed }: Preference,
  isRandom: boolean,
): Record<string, string> {
  const applied = [
    ...(code === undefined ? [] : [`code=${code}`]),
    ...(example === undefined ? [] : [`example=${JSON.stringify(example)}`]),
    ...(dynamic === isRandom ? [`dynamic=${dynamic}`] : []),
    ...(isRandom && seed !== undefined ? [`seed=${seed}`] : []),
  ];
  if (applied.length === 0) return {};
  return { "preference-applied": applied.join(", ") };
}

// RFC 7240 § 2: token, optionally "=" and a token or a quoted string, optionally parameters, which are ignored here.
const PREFERENCE =
  /([!#$%&'*+.^_`|~\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?\s*((?:;[^,]*)?)(?:,|$)/g;

/** Reads a Prefer header; undefined when it asks for nothing of what there is. */
export function readPreference(header: string | undefined): Preference | undefined {
  if (header === undefined) return undefined;
  const values = new Map<string, string>();
  for (const [, name = "", quoted, token] of header.matchAll(PREFERENCE)) {
    const key = name.toLowerCase();
    // Of two preferences of one name the first holds.
    if (!values.has(key)) values.set(key, quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "");
  }
  const example = values.get("example");
  const dynamic = values.get("dynamic");
  const preference: Preference = {
    // An answer of 1xx is none yet (RFC 9110 § 15.2).
    code: numberIn(values.get("code"), /^[2-5]\d\d$/),
    example,
    dynamic: example === undefined && /^(true|false)$/.test(dynamic ?? "") ? dynamic === "true" : undefined,
    seed: numberIn(values.get("seed"), SEED),
  };
  return Object.values(preference).every((value) => value === undefined) ? undefined : preference;
}

/** What a seed is as text: a whole number that a double holds. */
export const SEED = /^-?\d{1,15}$/;

function numberIn(text: string | undefined, pattern: RegExp): number | undefined {
  return text !== undefined && pattern.test(text) ? Number(text) : undefined;
}
