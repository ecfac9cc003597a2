import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type CollectionDefinition, type Item, keyOf } from "../state/collection.ts";

/** What is asked of the table of a collection. */
export interface Statements {
  /** Finds an item by each key. */
  readonly by: ReadonlyMap<string, StatementSync>;
  readonly page: StatementSync;
  readonly count: StatementSync;
  readonly replace: StatementSync;
  /** Takes all keys but the first from an item; undefined when there is no other. */
  readonly forgetKeys: StatementSync | undefined;
  readonly put: StatementSync;
  readonly deleteAll: StatementSync;
}

/** The table of a collection: a column for each key, and one for the item. */
export function tableOf({ name, itemName, keys: [first, ...others] }: CollectionDefinition): string {
  const columns = [
    "position INTEGER PRIMARY KEY", // in the order in which they were added
    `${quoted(first)} TEXT NOT NULL UNIQUE`,
    ...others.map((key) => `${quoted(key)} TEXT UNIQUE`), // all of them are indexes too
    `${quoted(itemName)} TEXT NOT NULL`, // as JSON
  ];
  return `CREATE TABLE ${quoted(name)} (${columns.join(", ")}) STRICT`;
}

export function prepareStatements(database: DatabaseSync, definition: CollectionDefinition): Statements {
  const { keys } = definition;
  const [table, item] = [quoted(definition.name), quoted(definition.itemName)];
  const [first = "", ...others] = keys.map(quoted);
  const columns = [first, ...others, item];
  const replaced = [...others, item].map((column) => `${column} = excluded.${column}`);
  const forgotten = others.map((column) => `${column} = NULL`);
  return {
    by: new Map(
      keys.map((key) => [key, database.prepare(`SELECT ${item} FROM ${table} WHERE ${quoted(key)} = ?`)]),
    ),
    page: database.prepare(
      `SELECT position, ${item} FROM ${table} WHERE position > ? ORDER BY position LIMIT ?`,
    ),
    count: database.prepare(`SELECT count(*) AS count FROM ${table}`),
    replace: database.prepare(`UPDATE ${table} SET ${item} = ? WHERE ${first} = ?`),
    forgetKeys:
      forgotten.length === 0
        ? undefined
        : database.prepare(`UPDATE ${table} SET ${forgotten.join(", ")} WHERE ${first} = ?`),
    put: database.prepare(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
       ON CONFLICT (${first}) DO UPDATE SET ${replaced.join(", ")}`,
    ),
    deleteAll: database.prepare(`DELETE FROM ${table}`),
  };
}

export function insertItems(
  { put }: Statements,
  { keys }: CollectionDefinition,
  items: readonly Item[],
): void {
  for (const item of items) {
    put.run(...keys.map((key) => keyOf(item, key) ?? null), JSON.stringify(item));
  }
}

/** An identifier (https://sqlite.org/lang_keywords.html). */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
