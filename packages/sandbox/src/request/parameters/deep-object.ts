import type { Pairs } from "./pairs.ts";
import { type Decode, part, type Written } from "./written.ts";

/**
 * An object in the style `deepObject`: `name[property]=value`. The specification leaves open how lists and objects within it
 * are written; they are read as `name[list]=1&name[list]=2` and `name[object][property]=value`, as most who write them do.
 */
export function deepObject(pairs: Pairs, name: string, decode: Decode): Written {
  const entries: Entry[] = [];
  for (const [key, texts] of pairs) {
    const path = pathBelow(key, name);
    if (path) for (const text of texts) entries.push({ path, text: decode(text) });
  }
  return { ...written(entries), isPart: false };
}

interface Entry {
  /** The keys in brackets. */
  readonly path: readonly string[];
  readonly text: string;
}

/** The keys behind a name: `a` and `b` in `name[a][b]`; undefined where another name stands. */
function pathBelow(key: string, name: string): string[] | undefined {
  if (key === name) return [];
  if (!key.startsWith(`${name}[`) || !key.endsWith("]")) return undefined;
  return key.slice(name.length + 1, -1).split("][");
}

function written(entries: readonly Entry[]): Written {
  const texts = entries.flatMap(({ path, text }) => (path.length === 0 ? [text] : []));
  return { ...part(texts), properties: () => propertiesOf(entries) };
}

function propertiesOf(entries: readonly Entry[]): ReadonlyMap<string, Written> | undefined {
  const below = new Map<string, Entry[]>();
  for (const { path, text } of entries) {
    const [name, ...further] = path;
    if (name !== undefined) below.set(name, [...(below.get(name) ?? []), { path: further, text }]);
  }
  return below.size === 0 ? undefined : new Map([...below].map(([name, own]) => [name, written(own)]));
}
