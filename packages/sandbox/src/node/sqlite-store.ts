import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Visitor } from "@visitors-api/client";
import { parse } from "../json/parse.ts";
import {
  type CreateStore,
  refuseTakenUserIds,
  type StoredVisitor,
  type VisitorKey,
  type VisitorPage,
  type VisitorStore,
} from "../state/visitor-store.ts";
import { dataFileError, inTransaction, openDataFile } from "./sqlite-file.ts";
import { endOfTurn } from "./turn.ts";

interface WaitingUpdate {
  readonly key: VisitorKey;
  readonly change: (visitor: Visitor) => Visitor;
  readonly resolve: (visitor: Visitor | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Keeps the visitors of a sandbox in a SQLite file, where they outlive the process, even one that is killed. Several
 * processes may use one file at the same time.
 *
 * @param path The file, which is made and gets the visitors that the sandbox starts with if it does not exist.
 * @throws DataFileError, from `createSandbox`, when the file cannot be used.
 *
 * @example
 * const sandbox = createSandbox({ store: sqliteStore("visitors.db") });
 * // …
 * await sandbox.visitors.close();
 */
export function sqliteStore(path: string): CreateStore {
  return (start) => new SqliteStore(path, start);
}

/** Visitors in a SQLite file. */
export class SqliteStore implements VisitorStore {
  /** Whether the file was made by this store; false when it had visitors of its own. */
  readonly isNew: boolean;
  /** The file, as it was given. */
  readonly path: string;
  readonly #start: readonly StoredVisitor[];
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  #waiting: WaitingUpdate[] = [];
  #isClosed = false;

  /** @throws DataFileError */
  constructor(path: string, start: readonly StoredVisitor[]) {
    this.path = path;
    this.#start = start;
    const { database, isNew } = openDataFile(path, (made) => insert(prepare(made), start));
    this.#database = database;
    this.isNew = isNew;
    this.#statements = prepare(database);
  }

  /**
   * What is received while a transaction is being written to the disk is waiting when it is done, and goes into the next
   * one together. No promise resolves before its transaction is committed.
   */
  update(key: VisitorKey, change: (visitor: Visitor) => Visitor): Promise<Visitor | undefined> {
    return new Promise((resolve, reject) => {
      // Every request that has arrived by then gets into the same transaction.
      if (this.#waiting.length === 0) endOfTurn().then(() => this.#commitWaiting());
      this.#waiting.push({ key, change, resolve, reject });
    });
  }

  async get(key: VisitorKey): Promise<Visitor | undefined> {
    return this.#attempt(() => this.#find(key));
  }

  async list(start: number, limit: number): Promise<VisitorPage> {
    return this.#attempt(() => {
      // One more than asked for tells whether there is another page.
      const rows = this.#statements.page.all(start, limit + 1);
      const shown = rows.slice(0, limit);
      return {
        visitors: shown.map(visitorIn),
        next: rows.length > limit ? Number(shown.at(-1)?.["position"]) : undefined,
      };
    });
  }

  async count(): Promise<number> {
    return this.#attempt(() => Number(this.#statements.count.get()?.["count"]));
  }

  async put(visitors: readonly StoredVisitor[]): Promise<void> {
    this.#attempt(() =>
      inTransaction(this.#database, () => {
        const { idOfUserId, forgetUserId } = this.#statements;
        refuseTakenUserIds(visitors, (userId) => textIn(idOfUserId.get(userId), "id"));
        // First, since two visitors may exchange theirs.
        for (const { id } of visitors) forgetUserId.run(id);
        insert(this.#statements, visitors);
      }),
    );
  }

  async reset(): Promise<void> {
    this.#attempt(() =>
      inTransaction(this.#database, () => {
        this.#statements.deleteAll.run();
        insert(this.#statements, this.#start);
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
    const visitor = this.#find(key);
    if (visitor === undefined) return () => resolve(undefined);
    let changed: Visitor;
    try {
      changed = change(visitor);
    } catch (error) {
      // It has written nothing, and the others have nothing to do with it.
      return () => reject(error);
    }
    this.#statements.replace.run(JSON.stringify(changed), visitor.id ?? null);
    return () => resolve(changed);
  }

  #find({ id, user_id }: VisitorKey): Visitor | undefined {
    const { byId, byUserId } = this.#statements;
    if (id === undefined && user_id === undefined) return undefined;
    const row = id === undefined ? byUserId.get(user_id ?? null) : byId.get(id);
    return row && visitorIn(row);
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw dataFileError(this.path, error);
    }
  }
}

function prepare(database: DatabaseSync) {
  return {
    byId: database.prepare("SELECT visitor FROM visitors WHERE id = ?"),
    byUserId: database.prepare("SELECT visitor FROM visitors WHERE user_id = ?"),
    idOfUserId: database.prepare("SELECT id FROM visitors WHERE user_id = ?"),
    page: database.prepare(
      "SELECT position, visitor FROM visitors WHERE position > ? ORDER BY position LIMIT ?",
    ),
    count: database.prepare("SELECT count(*) AS count FROM visitors"),
    replace: database.prepare("UPDATE visitors SET visitor = ? WHERE id = ?"),
    forgetUserId: database.prepare("UPDATE visitors SET user_id = NULL WHERE id = ?"),
    put: database.prepare(
      `INSERT INTO visitors (id, user_id, visitor) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, visitor = excluded.visitor`,
    ),
    deleteAll: database.prepare("DELETE FROM visitors"),
  } satisfies Record<string, StatementSync>;
}

function insert({ put }: ReturnType<typeof prepare>, visitors: readonly StoredVisitor[]): void {
  for (const visitor of visitors) put.run(visitor.id, visitor.user_id ?? null, JSON.stringify(visitor));
}

type Row = Record<string, SQLOutputValue>;

function visitorIn(row: Row): Visitor {
  // The column holds what JSON.stringify made of a visitor.
  return parse(String(row["visitor"])) as Visitor;
}

function textIn(row: Row | undefined, column: string): string | undefined {
  return row === undefined ? undefined : String(row[column]);
}
