/** What a request has of one value, in each of the shapes that it can be taken for; undefined for one that it cannot. */
export interface Written {
  /** As texts that stand by themselves: none, one, or several where it is repeated. */
  texts(): readonly string[];
  /** As the items of a list. */
  items(): readonly string[] | undefined;
  /** As the properties of an object. */
  properties(): ReadonlyMap<string, Written> | undefined;
  /** Whether it is a part of a value, in which further values can only be written as JSON, for no style says how. */
  readonly isPart: boolean;
}

/** Undoes the encoding of a part, once it has been cut out of the whole. */
export type Decode = (part: string) => string;

/** A part of a value, which stands in the request so often, each time by itself. */
export function part(texts: readonly string[]): Written {
  return {
    isPart: true,
    texts: () => texts,
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
  return new Map([...texts].map(([name, all]) => [name, part(all)]));
}

/** The properties of `a,1,b,2`. */
export function alternating(parts: readonly string[]): ReadonlyMap<string, Written> {
  return byName(
    parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? ""] as const] : [])),
  );
}
