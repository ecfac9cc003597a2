import type { Pairs } from "./pairs.ts";
import { alternating, byName, type Decode, type Written } from "./written.ts";

const delimiters: Readonly<Record<string, RegExp>> = { pipeDelimited: /%7C|\|/i, spaceDelimited: /%20/ };

/** What stands between the parts of a value that is not exploded. */
export function delimiterOf(style: string): string | RegExp {
  return delimiters[style] ?? ",";
}

interface Named {
  readonly name: string;
  readonly explode: boolean;
  /** What stands between the parts of a value that is not exploded. */
  readonly delimiter: string | RegExp;
  /** Whether a pair of that name is a property, where the properties of an exploded object stand under their own names. */
  readonly owns: (name: string) => boolean;
}

/** A value in a style of pairs: `form`, `matrix`, `spaceDelimited` and `pipeDelimited` (OpenAPI 3.1 § 4.8.12.4). */
export function named(pairs: Pairs, { name, explode, delimiter, owns }: Named, decode: Decode): Written {
  const texts = pairs.get(name) ?? [];
  const [first] = texts;
  const parts = () => (first === undefined || first === "" ? [] : first.split(delimiter).map(decode));
  return {
    isPart: false,
    texts: () => texts.map(decode),
    items: () => (first === undefined ? undefined : explode ? texts.map(decode) : parts()),
    properties() {
      if (!explode) return first === undefined ? undefined : alternating(parts());
      const own = [...pairs].filter(([key]) => owns(key));
      if (own.length === 0) return undefined;
      return byName(own.flatMap(([key, texts]) => texts.map((text) => [key, decode(text)] as const)));
    },
  };
}
