/** Values by the names of their pairs, in order. Names are decoded; values are left percent-encoded. */
export type Pairs = ReadonlyMap<string, readonly string[]>;

/**
 * Splits a query. `URLSearchParams` decodes the values too early: a comma that separates the items of an array
 * could no longer be told from one that stands in an item as `%2C`.
 */
export function queryPairs(search: string): Pairs {
  return formPairs(search.replace(/^\?/, ""));
}

/** Splits a body of `application/x-www-form-urlencoded`, which a query is too (URL standard § 5.1). */
export function formPairs(text: string): Pairs {
  return pairs(text.replaceAll("+", "%20"), "&");
}

/** The pairs of the style `matrix`, such as `;x=1;y=2`. One without a value has an empty one (RFC 6570 § 3.2.7). */
export function matrixPairs(text: string): Pairs {
  return pairs(text, ";");
}

/** The pairs of a Cookie header (RFC 6265 § 4.2.1). */
export function cookiePairs(header: string): Pairs {
  return pairs(header, /;[ \t]*/);
}

function pairs(text: string, separator: string | RegExp): Pairs {
  const values = new Map<string, string[]>();
  for (const pair of text.split(separator)) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const [rawName, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    const name = decodedName(rawName);
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** No described parameter has a name that cannot be decoded. */
function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
