import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { parse } from "../json/parse.ts";
import {
  type Collection,
  type CollectionDefinition,
  type CreateCollection,
  firstKeyOf,
  type Item,
  keyOf,
  type Page,
  refuseTakenKeys,
} from "../state/collection.ts";
import { dataFileError, inTransaction, openDataFile } from "./sqlite-file.ts";
import { insertItems, prepareStatements, type Statements } from "./sqlite-statements.ts";
import { endOfTurn } from "./turn.ts";

interface WaitingUpdate {
  readonly key: object;
  readonly change: (item: Item) => Item;
  readonly resolve: (item: Item | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Keeps the items of a sandbox's collections in a SQLite file, where they outlive the process, even one that is killed. Several
 * processes may use one file at the same time.
 *
 * @param path The file, which is made and gets the items that the sandbox starts with if it does not exist.
 * @throws DataFileError, from `createSandbox`, when the file cannot be used.
 *
 * @example
 * const sandbox = createSandbox({ store: sqliteStore("items.db") });
 * // …
 * await sandbox.close();
 */
export function sqliteStore(path: string): CreateCollection {
  return (definition, start) => new SqliteCollection(path, definition, start);
}

/** A collection in a SQLite file. */
export class SqliteCollection implements Collection {
  readonly definition: CollectionDefinition;
  /** Whether it was made anew; false when the file had its items already. */
  readonly isNew: boolean;
  /** The file, as it was given. */
  readonly path: string;
  readonly #start: readonly Item[];
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  #waiting: WaitingUpdate[] = [];
  #isClosed = false;

  /** @throws DataFileError */
  constructor(path: string, definition: CollectionDefinition, start: readonly Item[]) {
    this.path = path;
    this.definition = definition;
    this.#start = start;
    const { database, isNew } = openDataFile(path, definition, (made) =>
      insertItems(prepareStatements(made, definition), definition, start),
    );
    this.#database = database;
    this.isNew = isNew;
    this.#statements = prepareStatements(database, definition);
  }

  /**
   * What is received while a transaction is being written to the disk is waiting when it is done, and goes into the next
   * one together. No promise resolves before its transaction is committed.
   */
  update(key: object, change: (item: Item) => Item): Promise<Item | undefined> {
    return new Promise((resolve, reject) => {
      // Every request that has arrived by then gets into the same transaction.
      if (this.#waiting.length === 0) endOfTurn().then(() => this.#commitWaiting());
      this.#waiting.push({ key, change, resolve, reject });
    });
  }

  async get(key: object): Promise<Item | undefined> {
    return this.#attempt(() => this.#find(key));
  }

  async list(start: number, limit: number): Promise<Page> {
    return this.#attempt(() => {
      // One more than asked for tells whether there is another page.
      const rows = this.#statements.page.all(start, limit + 1);
      const shown = rows.slice(0, limit);
      return {
        items: shown.map((row) => this.#itemIn(row)),
        next: rows.length > limit ? Number(shown.at(-1)?.["position"]) : undefined,
      };
    });
  }

  async count(): Promise<number> {
    return this.#attempt(() => Number(this.#statements.count.get()?.["count"]));
  }

  async put(items: readonly Item[]): Promise<void> {
    const [first] = this.definition.keys;
    this.#attempt(() =>
      inTransaction(this.#database, () => {
        const { by, forgetKeys } = this.#statements;
        refuseTakenKeys(items, this.definition, (key, text) => {
          const row = by.get(key)?.get(text);
          return row && keyOf(this.#itemIn(row), first);
        });
        // First, since two items may exchange theirs.
        for (const item of items) forgetKeys?.run(keyOf(item, first) ?? null);
        insertItems(this.#statements, this.definition, items);
      }),
    );
  }

  async reset(): Promise<void> {
    this.#attempt(() =>
      inTransaction(this.#database, () => {
        this.#statements.deleteAll.run();
        insertItems(this.#statements, this.definition, this.#start);
      }),
    );
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#commitWaiting();
    this.#isClosed = true;
    this.#database.close();
  }

  #commitWaiting(): void {
    const updates = this.#waiting;
    if (updates.length === 0) return;
    this.#waiting = [];
    const settled: (() => void)[] = [];
    try {
      this.#attempt(() =>
        inTransaction(this.#database, () => {
          for (const update of updates) settled.push(this.#perform(update));
        }),
      );
    } catch (error) {
      for (const { reject } of updates) reject(error);
      return;
    }
    for (const settle of settled) settle();
  }

  /** @returns What to tell the one who waits, once the transaction is committed. */
  #perform({ key, change, resolve, reject }: WaitingUpdate): () => void {
    const item = this.#find(key);
    if (item === undefined) return () => resolve(undefined);
    let changed: Item;
    try {
      changed = change(item);
    } catch (error) {
      // It has written nothing, and the others have nothing to do with it.
      return () => reject(error);
    }
    this.#statements.replace.run(JSON.stringify(changed), keyOf(item, this.definition.keys[0]) ?? null);
    return () => resolve(changed);
  }

  #find(key: object): Item | undefined {
    const named = firstKeyOf(key, this.definition);
    const row = named && this.#statements.by.get(named.key)?.get(named.text);
    return row && this.#itemIn(row);
  }

  #itemIn(row: Record<string, SQLOutputValue>): Item {
    // The column holds what JSON.stringify made of an item.
    return parse(String(row[this.definition.itemName])) as Item;
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw dataFileError(this.path, this.definition.name, error);
    }
  }
}
