/** What a request has of one value, in each of the shapes that it can be taken for; undefined for one that it cannot. */
export interface Written {
  /** As one text. */
  text(): string | undefined;
  /** As the items of a list. */
  items(): readonly string[] | undefined;
  /** As the properties of an object. */
  properties(): ReadonlyMap<string, Written> | undefined;
}

/** Undoes the encoding of a part, once it has been cut out of the whole. */
export type Decode = (part: string) => string;

/** A value that stands in the request so often, each time by itself. */
export function repeated(texts: readonly string[]): Written {
  return {
    text: () => texts[0],
    items: () => (texts.length > 0 ? texts : undefined),
    properties: () => undefined,
  };
}

/** Properties by their names. One that is there more than once is a list. */
export function byName(
  entries: Iterable<readonly [name: string, text: string]>,
): ReadonlyMap<string, Written> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of entries) texts.set(name, [...(texts.get(name) ?? []), text]);
  return new Map([...texts].map(([name, all]) => [name, repeated(all)]));
}

/** The properties of `a,1,b,2`. */
export function alternating(parts: readonly string[]): ReadonlyMap<string, Written> {
  return byName(
    parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? ""] as const] : [])),
  );
}
