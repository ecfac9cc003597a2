/** What a client asks for with `Prefer: code=404, example=name`. */
export interface Preference {
  readonly code: number | undefined;
  readonly example: string | undefined;
}

/** The header by which an answer says that it is what was asked for (RFC 7240 § 3). */
export function preferenceApplied({ code, example }: Preference): Record<string, string> {
  const applied = [
    ...(code === undefined ? [] : [`code=${code}`]),
    ...(example === undefined ? [] : [`example=${JSON.stringify(example)}`]),
  ];
  return { "preference-applied": applied.join(", ") };
}

// RFC 7240 § 2: token, optionally "=" and a token or a quoted string, optionally parameters, which are ignored here.
const PREFERENCE =
  /([!#$%&'*+.^_`|~\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?\s*((?:;[^,]*)?)(?:,|$)/g;

/** Reads a Prefer header; undefined when it asks for neither a code nor an example. */
export function readPreference(header: string | undefined): Preference | undefined {
  if (header === undefined) return undefined;
  const values = new Map<string, string>();
  for (const [, name = "", quoted, token] of header.matchAll(PREFERENCE)) {
    const key = name.toLowerCase();
    // Of two preferences of one name the first holds.
    if (!values.has(key)) values.set(key, quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "");
  }
  const code = values.get("code");
  const preference = {
    // An answer of 1xx is none yet (RFC 9110 § 15.2).
    code: code !== undefined && /^[2-5]\d\d$/.test(code) ? Number(code) : undefined,
    example: values.get("example"),
  };
  return preference.code === undefined && preference.example === undefined ? undefined : preference;
}
