import type { CollectionDefinition } from "./collection.ts";

/** Where the items of a list stand, by what names them. */
export interface KeyIndex {
  /** One of the collection's keys. */
  readonly key: string;
  readonly positions: Map<string, number>;
}

/** An index for each key, with nothing in it yet. */
export function emptyIndexes({ keys }: CollectionDefinition): readonly KeyIndex[] {
  return keys.map((key) => ({ key, positions: new Map() }));
}
