import type { Options } from "minisearch";

/** Something that can be found: a page, a part of one, or a field. */
export type Found = {
  readonly id: number;
  readonly kind: "operation" | "field" | "response" | "guide";
  /** A name or a title. */
  readonly title: string;
  readonly text: string;
  /** Where it is, in words. */
  readonly place: string;
  /** Where it is: a path from the site's folder. */
  readonly path: string;
};

/** How the build makes the index, and pages read it. */
export const indexOptions: Options<Found> = {
  fields: ["title", "text", "place"],
  storeFields: ["kind", "title", "text", "place", "path"],
  tokenize: (text) => [...new Set([...wordsIn(text), ...(text.match(/\b\w*_\w*/g) ?? [])])],
  searchOptions: {
    tokenize: (text) => wordsIn(text),
    boost: { title: 4, place: 0.5 },
    combineWith: "AND",
    prefix: true,
    // One mistake in five letters is forgiven.
    fuzzy: (term) => (term.length > 3 ? 0.2 : false),
  },
};

/** `ownerId`, `owner_id` and `owner id` are the same two words. */
function wordsIn(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
