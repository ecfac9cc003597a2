import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { SqliteCollection, sqliteStore } from "../src/node/index.ts";
import { run } from "./notes/command.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { describedSandbox, NOTE, NOTE_REQUEST } from "./notes/described.ts";
import { NOTES } from "./notes/domain.ts";
import { temporaryFolder } from "./support/folder.ts";

function collectionAt(path: string, ...start: { id: string }[]): SqliteCollection {
  const collection = new SqliteCollection(path, NOTES, start);
  onTestFinished(() => collection.close());
  return collection;
}

/** Makes a file, and does with it what another program might. */
function databaseAt(path: string, sql: string): string {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  return path;
}

test("a sandbox answers from a file as it does from memory", async () => {
  const store = sqliteStore(join(temporaryFolder(), "notes.db"));
  const { put, sandbox } = describedSandbox({ store, now: () => 1712223171_000 });
  onTestFinished(() => sandbox.close());
  expect((await put(NOTE_REQUEST)).body).toEqual(NOTE);
  expect((await put({ id: "unknown" })).status).toBe(404);
});

test("a new file gets the items to start with, and keeps its own from then on", async () => {
  const path = join(temporaryFolder(), "notes.db");
  const first = collectionAt(path, { id: "a" }, { id: "b" });
  expect(first.isNew).toBe(true);
  await first.update({ id: "a" }, (item) => ({ ...item, name: "Ada" }));
  await first.close();

  const second = collectionAt(path, { id: "c" });
  expect(second.isNew).toBe(false);
  expect((await second.list(0, 10)).items).toEqual([{ id: "a", name: "Ada" }, { id: "b" }]);
  await second.reset();
  expect((await second.list(0, 10)).items).toEqual([{ id: "c" }]);
});

test("a file that was emptied stays empty", async () => {
  const path = join(temporaryFolder(), "notes.db");
  await collectionAt(path).close();
  expect(await collectionAt(path, { id: "a" }).count()).toBe(0);
});

test("several that open one file see each other's changes", async () => {
  const path = join(temporaryFolder(), "notes.db");
  const [one, other] = [collectionAt(path, { id: "a" }), collectionAt(path, { id: "a" })];
  await one.update({ id: "a" }, (item) => ({ ...item, name: "Ada" }));
  expect(await other.get({ id: "a" })).toEqual({ id: "a", name: "Ada" });
});

test("of several that open a new file at the same time, one makes it, and all can use it", async () => {
  const folder = temporaryFolder();
  const paths = Array.from({ length: 40 }, (_, n) => join(folder, `${n}.db`));
  const arrived = new Int32Array(new SharedArrayBuffer(4 * paths.length));
  const results = await Promise.all([1, 2, 3].map(() => inThread({ paths, threads: 3, arrived })));
  for (const index of paths.keys()) {
    expect(results.map((result) => result[index]).sort()).toEqual(["found", "found", "made"]);
  }
});

function inThread(workerData: object): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("support/open-together.ts", import.meta.url), { workerData });
    worker.once("message", resolve).once("error", reject);
  });
}

test("what was asked for before a file is closed is done", async () => {
  const path = join(temporaryFolder(), "notes.db");
  const collection = collectionAt(path, { id: "a" });
  const update = collection.update({ id: "a" }, (item) => ({ ...item, name: "Ada" }));
  await collection.close();
  expect(await update).toEqual({ id: "a", name: "Ada" });
  expect(await collectionAt(path).get({ id: "a" })).toEqual({ id: "a", name: "Ada" });
});

test("an update that cannot be written is not acknowledged, and the sandbox goes on", async () => {
  const path = join(temporaryFolder(), "notes.db");
  const collection = collectionAt(path, { id: "a" });
  databaseAt(path, "CREATE TRIGGER no BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'no writing'); END");
  const rename = () => collection.update({ id: "a" }, (item) => ({ ...item, name: "Ada" }));
  await expect(Promise.all([rename(), rename()])).rejects.toThrow("no writing");
  expect(await collection.get({ id: "a" })).toEqual({ id: "a" });
  databaseAt(path, "DROP TRIGGER no");
  expect(await rename()).toEqual({ id: "a", name: "Ada" });
});

test("a name that means something to SQLite is a file like any other", async () => {
  const folder = temporaryFolder();
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  for (const name of [":memory:", "file:a.db?mode=memory"]) {
    await collectionAt(name, { id: "a" }).close();
    expect(readFileSync(join(folder, name), "latin1")).toMatch(/^SQLite format 3/);
  }
});

const DAMAGED = "it is damaged; restore it from a backup, or choose another file";

/** With items enough for many pages, all of them in the one file. */
function filledDataFile(folder: string): string {
  const path = join(folder, "notes.db");
  const items = Array.from({ length: 1000 }, (_, index) => ({ id: `${index}`, name: "x".repeat(60) }));
  const definition = { ...NOTES, name: "notes", itemName: "note", keys: ["id", "slug"] as const };
  void new SqliteCollection(path, definition, items).close();
  return path;
}

/** With bytes of something else, from one offset on. */
function overwritten(path: string, from: number, length = Number.POSITIVE_INFINITY): string {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xab, from, Math.min(from + length, bytes.length)));
  return path;
}

const UNUSABLE: [string, (folder: string) => string, string][] = [
  ["is a directory", (folder) => folder, "it is a directory"],
  ["is in no directory", (folder) => join(folder, "no", "notes.db"), "its directory does not exist"],
  [
    "is no database",
    (folder) => {
      const path = join(folder, "notes.json");
      writeFileSync(path, `[${'{"id":"a"},'.repeat(100)}{}]`);
      return path;
    },
    "it is not a SQLite database; choose another file",
  ],
  [
    "is the database of another program",
    (folder) => databaseAt(join(folder, "other.db"), "CREATE TABLE songs (title TEXT)"),
    "it is the database of another program; choose another file",
  ],
  [
    "is a part of one",
    (folder) => {
      const path = filledDataFile(folder);
      truncateSync(path, 12_000);
      return path;
    },
    DAMAGED,
  ],
  ["has broken pages behind a good header", (folder) => overwritten(filledDataFile(folder), 4096), DAMAGED],
  [
    "has a single broken page, of which not every answer would tell",
    (folder) => overwritten(filledDataFile(folder), 4096 * 12, 4096),
    DAMAGED,
  ],
  [
    "has something else in the place of an item",
    (folder) => databaseAt(filledDataFile(folder), "UPDATE notes SET note = '{' WHERE position = 3"),
    `${DAMAGED} (row 3 is no note)`,
  ],
  [
    "has a table of that name with other columns",
    (folder) =>
      databaseAt(filledDataFile(folder), "DROP TABLE notes; CREATE TABLE notes (id TEXT PRIMARY KEY)"),
    "its table notes is not as this sandbox makes it; choose another file",
  ],
  [
    "has no version of the format",
    (folder) => databaseAt(filledDataFile(folder), "PRAGMA user_version = 0"),
    "it has version 0 of the format, and this sandbox knows 1: choose another file",
  ],
  [
    "has a newer version of the format",
    (folder) => {
      const path = join(folder, "notes.db");
      void new SqliteCollection(path, NOTES, []).close();
      return databaseAt(path, "PRAGMA user_version = 7");
    },
    "it has version 7 of the format, and this sandbox knows 1: update the sandbox, or choose another file",
  ],
];

test.each(UNUSABLE)("a file that %s is refused in one line, and left as it was", (_, make, reason) => {
  const path = make(temporaryFolder());
  const content = () => (reason.includes("directory") ? "" : readFileSync(path, "latin1"));
  const before = content();
  // Of its message, the command prints each line.
  expect(() => createSandbox({ store: sqliteStore(path) })).toThrow(
    expect.objectContaining({ name: "DataFileError", message: `cannot keep notes in ${path}: ${reason}` }),
  );
  expect(content()).toBe(before);
});

test.skipIf(process.platform === "win32")(
  "a pipe is refused in one line, which the command prints before it exits with 1",
  async () => {
    const path = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [path]);
    expect(await run(["--port", "0", "--data", path])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: `visitors-sandbox: cannot keep notes in ${path}: it is a device or a pipe; choose a file\n`,
    });
  },
);

const { getuid, seteuid } = process;

/** Root may write everything; as root, the test goes on with the rights of somebody else. */
function withoutPrivileges(): void {
  if (getuid?.() !== 0) return;
  seteuid?.(65_534);
  onTestFinished(() => seteuid?.(0));
}

test.skipIf(getuid === undefined).each([
  ["a file without write permission", 0o755, 0o444, "no permission to write it"],
  [
    "a file beside which no other can be made",
    0o555,
    0o666,
    "it cannot be written, or no file can be made beside it",
  ],
])("%s is refused in one line", async (_, folderMode, fileMode, reason) => {
  const folder = temporaryFolder();
  const path = join(folder, "notes.db");
  await collectionAt(path).close();
  chmodSync(path, fileMode);
  chmodSync(folder, folderMode);
  withoutPrivileges();
  expect(() => new SqliteCollection(path, NOTES, [])).toThrow(`cannot keep notes in ${path}: ${reason}`);
});
