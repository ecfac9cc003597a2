import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { CollectionDefinition } from "../state/collection.ts";
import { DataFileError, type Unusable } from "./data-file-error.ts";
import { DAMAGED, refuseDamaged } from "./sqlite-damage.ts";
import { loadSqlite } from "./sqlite-module.ts";
import { tableOf } from "./sqlite-statements.ts";

/** "visi": what tells a file of ours from the databases of other programs (https://sqlite.org/fileformat2.html § 1.3.17). */
const APPLICATION_ID = 0x76697369;
const SCHEMA_VERSION = 1;

/** How long to wait for another process that is writing. */
const BUSY_MILLISECONDS = 5000;

/** The result codes that are handled here (https://sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const REASONS = new Map([
  [SQLITE_BUSY, "another process is holding it"],
  [8, "it cannot be written, or no file can be made beside it"],
  [10, "the disk cannot read or write it"],
  [11, DAMAGED],
  [13, "the disk is full"],
  [14, "it cannot be opened"],
  [26, "it is not a SQLite database; choose another file"],
]);

export interface OpenedFile {
  readonly database: DatabaseSync;
  /** The file did not have the collection yet, so `fill` was called. */
  readonly isNew: boolean;
}

/**
 * Opens a data file for a collection, or makes one.
 *
 * @param fill Puts the first items into a new table, in the transaction that makes it: a process that ends in the middle
 * leaves none that is half full, and of two that make one at the same time, one fills it.
 * @throws DataFileError
 */
export function openDataFile(
  path: string,
  collection: CollectionDefinition,
  fill: (database: DatabaseSync) => void,
): OpenedFile {
  const unusable: Unusable = (reason, options) => new DataFileError(path, collection.name, reason, options);
  refuseUnusable(path, unusable);
  try {
    // Absolute, so that SQLite takes `:memory:` and `file:` for names like any other.
    const database = new (loadSqlite().DatabaseSync)(resolve(path));
    try {
      database.exec(`PRAGMA busy_timeout = ${BUSY_MILLISECONDS}`);
      const refuseUnfit = () => {
        refuseForeign(database, unusable);
        refuseDamaged(database, collection, unusable);
      };
      inTransaction(database, refuseUnfit, "DEFERRED");
      useWriteAheadLog(database);
      return { database, isNew: makeTable(database, collection, unusable, fill) };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw dataFileError(path, collection.name, error);
  }
}

/** What went wrong with a file, in a line that says so. */
export function dataFileError(path: string, name: string, error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined) return error;
  const reason = REASONS.get(code) ?? (error instanceof Error ? error.message : String(error));
  return new DataFileError(path, name, reason, { cause: error });
}

/**
 * Runs `work` as a transaction. One that writes has the file to itself from the start: if it began with reading, two
 * processes that do so would wait for each other to write, and one would have to fail.
 */
export function inTransaction<Result>(
  database: DatabaseSync,
  work: () => Result,
  kind: "IMMEDIATE" | "DEFERRED" = "IMMEDIATE",
): Result {
  database.exec(`BEGIN ${kind}`);
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // Some errors, such as a full disk, have rolled it back already; what counts is the error that led here.
  }
}

/** The system says more clearly than SQLite why a file cannot be opened. */
function refuseUnusable(path: string, unusable: Unusable): void {
  let isFile: boolean;
  try {
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT);
    isFile = fstatSync(file).isFile();
    closeSync(file);
  } catch (error) {
    throw unusable(reasonOf(error), { cause: error });
  }
  if (!isFile) throw unusable("it is a device or a pipe; choose a file");
}

function reasonOf(error: unknown): string {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "EISDIR":
      return "it is a directory";
    case "ENOENT":
    case "ENOTDIR":
      return "its directory does not exist";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "no permission to write it";
    case "ENXIO":
      return "it is a device or a pipe; choose a file";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Before anything is written: a file of another program stays as it is. In a transaction, since another process may be
 * making the file between one look at it and the next.
 */
function refuseForeign(database: DatabaseSync, unusable: Unusable): void {
  const applicationId = pragma(database, "application_id");
  const version = pragma(database, "user_version");
  if (applicationId === APPLICATION_ID) {
    if (version === SCHEMA_VERSION) return;
    const versions = `it has version ${version} of the format, and this sandbox knows ${SCHEMA_VERSION}`;
    const update = version > SCHEMA_VERSION ? "update the sandbox, or " : "";
    throw unusable(`${versions}: ${update}choose another file`);
  }
  const { tables } = database.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() ?? {};
  if (applicationId !== 0 || version !== 0 || tables !== 0) {
    throw unusable("it is the database of another program; choose another file");
  }
}

/*
 * With a write-ahead log, what a committed transaction wrote is in the log, and stays there when the process is killed.
 * `synchronous = FULL` has the log on the disk before a commit returns, so that it survives a power failure as well; with
 * NORMAL, which is enough for a killed process, it may not (https://sqlite.org/pragma.html#pragma_synchronous). It costs
 * one fsync for each commit, which SqliteStore shares among the updates that wait at the same time.
 */
function useWriteAheadLog(database: DatabaseSync): void {
  const deadline = Date.now() + BUSY_MILLISECONDS;
  for (;;) {
    try {
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
      return;
    } catch (error) {
      // Two processes that change the mode at once may be told so at once, whatever the busy timeout says.
      if (resultCode(error) !== SQLITE_BUSY || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function makeTable(
  database: DatabaseSync,
  collection: CollectionDefinition,
  unusable: Unusable,
  fill: (database: DatabaseSync) => void,
): boolean {
  return inTransaction(database, () => {
    // Another process may have made it since.
    refuseForeign(database, unusable);
    const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(collection.name);
    if (table !== undefined) return false;
    database.exec(tableOf(collection));
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    fill(database);
    return true;
  });
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** The primary result code of an error of SQLite, which is the low byte of the extended one. */
function resultCode(error: unknown): number | undefined {
  const code = error instanceof Error && "errcode" in error ? error.errcode : undefined;
  return typeof code === "number" ? code & 0xff : undefined;
}
