import type { ToolSchema } from "../api.ts";
import type { SchemaContext } from "./value-schema.ts";

type Detail = Pick<SchemaContext, "depth" | "words" | "left">;

/** From all that there is to tell to next to nothing. */
const details: readonly Omit<Detail, "left">[] = [
  { depth: 8, words: 300 },
  { depth: 5, words: 200 },
  { depth: 4, words: 120 },
  { depth: 3, words: 120 },
  { depth: 2, words: 120 },
  { depth: 2, words: 0 },
  { depth: 1, words: 0 },
];

/** What takes longer to write than this many schemas is too long in any case. */
const mostSchemas = 400;

/**
 * A schema in as much detail as fits: the deepest, and the one with the longest words, that is short enough. The last is as it is.
 *
 * @param longest In characters of JSON.
 */
export function fitting(longest: number, write: (detail: Detail) => ToolSchema): ToolSchema {
  let written: ToolSchema = {};
  for (const detail of details) {
    const left = { count: mostSchemas };
    written = write({ ...detail, left });
    if (left.count >= 0 && JSON.stringify(written).length <= longest) break;
  }
  return written;
}
