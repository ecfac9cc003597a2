/** The values of a query by decoded name, in order; values are left percent-encoded, with `+` as `%20`. */
export type Query = ReadonlyMap<string, readonly string[]>;

/**
 * Splits a query. `URLSearchParams` decodes the values too early: a comma that separates the items of an array
 * could no longer be told from one that stands in an item as `%2C`.
 */
export function parseQuery(search: string): Query {
  const query = new Map<string, string[]>();
  if (search === "") return query;
  for (const pair of search.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const [rawName, rawValue] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    const [name = ""] = new URLSearchParams(`${rawName}=`).keys();
    query.set(name, [...(query.get(name) ?? []), rawValue.replaceAll("+", "%20")]);
  }
  return query;
}
