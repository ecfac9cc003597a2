type Sqlite = typeof import("node:sqlite");

/** The first Node that has SQLite without a flag (https://nodejs.org/api/sqlite.html). */
export const NODE_WITH_SQLITE = "22.13";

/**
 * Loads `node:sqlite` without the warning that it is experimental, which Node prints up to 24.14 and which says nothing
 * to somebody who only wants what they do kept. Every other warning is printed as ever.
 *
 * @returns undefined where Node has none.
 */
export function loadSqlite(): Sqlite | undefined {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (rest[0] === "ExperimentalWarning" && String(warning).startsWith("SQLite")) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    // Not imported: an import is loaded before any of this runs, and also where no database is asked for.
    return process.getBuiltinModule("node:sqlite");
  } finally {
    process.emitWarning = emitWarning;
  }
}
