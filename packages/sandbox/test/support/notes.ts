import type { CollectionDefinition } from "../../src/index.ts";

/** A collection of an API that nobody has: its items have two keys, and no schema. */
export const NOTES: CollectionDefinition = {
  name: "notes",
  itemName: "note",
  schema: "Note",
  keys: ["id", "slug"],
};
