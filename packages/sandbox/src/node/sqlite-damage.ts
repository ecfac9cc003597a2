import type { DatabaseSync } from "node:sqlite";
import type { CollectionDefinition } from "../state/collection.ts";
import type { Unusable } from "./data-file-error.ts";
import { quoted, tableOf } from "./sqlite-statements.ts";

export const DAMAGED = "it is damaged; restore it from a backup, or choose another file";

/**
 * Reads all of a data file once, so that what is broken in it is found before anything is answered from it: its pages
 * (https://sqlite.org/pragma.html#pragma_quick_check), the table of the collection, and the items.
 *
 * @throws DataFileError, made by `unusable`; or what SQLite throws of a file in which it cannot find its way at all.
 */
export function refuseDamaged(
  database: DatabaseSync,
  collection: CollectionDefinition,
  unusable: Unusable,
): void {
  const { quick_check: found } = database.prepare("PRAGMA quick_check(1)").get() ?? {};
  if (found !== "ok") throw unusable(DAMAGED, { cause: found });
  const made = database.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").get(collection.name);
  // Not there before the first process that uses the file has made it.
  if (made === undefined) return;
  if (made["sql"] !== tableOf(collection)) {
    throw unusable(`its table ${collection.name} is not as this sandbox makes it; choose another file`);
  }
  const broken = database.prepare(brokenItem(collection)).get();
  if (broken !== undefined)
    throw unusable(`${DAMAGED} (row ${broken["position"]} is no ${collection.itemName})`);
}

/** Finds an item that is no JSON object. */
function brokenItem({ name, itemName }: CollectionDefinition): string {
  const item = quoted(itemName);
  // SQLite need not look at conditions from left to right, but at those of CASE.
  const isBroken = `CASE WHEN json_valid(${item}) THEN json_type(${item}) <> 'object' ELSE 1 END`;
  return `SELECT position FROM ${quoted(name)} WHERE ${isBroken} LIMIT 1`;
}
