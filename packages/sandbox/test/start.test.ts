import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ItemsError } from "../src/index.ts";
import { errorLines } from "../src/node/error-message.ts";
import { firstUnexpected, lineAndColumn } from "../src/node/json-position.ts";
import { readSeedFile } from "../src/node/seed-file.ts";
import { run, start } from "./notes/command.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { temporaryFolder } from "./support/folder.ts";

function fileOf(content: string | Uint8Array): string {
  const path = join(temporaryFolder(), "seed.json");
  writeFileSync(path, content);
  return path;
}

/** What the command prints of a file that it cannot start with. */
function saidOf(path: string): string[] {
  try {
    createSandbox({ start: readSeedFile(path) });
  } catch (error) {
    return errorLines(error, path);
  }
  throw new Error("It can start with it");
}

test("a sandbox refuses notes that are not as described, or cannot be told apart", () => {
  const create =
    (...notes: object[]) =>
    () =>
      createSandbox({ start: notes });
  expect(create({ id: "1" }, { id: "2", name: 3 })).toThrow(ItemsError);
  expect(create({ id: "1" }, { id: "2", name: 3 })).toThrow(/^\[1\]\.name must be a string or null/);
  expect(create({ name: "x" })).toThrow("[0].id is required");
  expect(create({ id: "1" }, { id: "1" })).toThrow('[1].id is "1", which [0] has already');
  expect(create({ id: "1", slug: "u" }, { id: "2", slug: "u" })).toThrow(
    '[1].slug is "u", which [0] has already',
  );
  expect(create({}, {}, {})).toThrow("[0].id is required (and 2 more mistakes)");
});

test("a sandbox may start with no notes at all", async () => {
  expect(await createSandbox({ start: [] }).collections["notes"]?.count()).toBe(0);
});

test.each([
  ["[\n  {},\n]", '3:1: it is not JSON: unexpected "]"'],
  ['[{"id": "1" "name": 2}]', '1:13: it is not JSON: unexpected "\\""'],
  ['\r\n[{"é": 𝒳}]', '2:8: it is not JSON: unexpected "𝒳"'],
  ['["a\tb"]', '1:4: it is not JSON: unexpected "\\t"'],
  ["[", "1:2: it is not JSON: the file ends too early"],
  ["", "1:1: it is not JSON: the file ends too early"],
  ["[] []", '1:4: it is not JSON: unexpected "["'],
  ["{}", " a list of notes is required"],
  ['[{"id":"1"},{"id":"2","is_draft":"no"}]', " [1].is_draft must be a boolean, not a string"],
  ['[{"id":"1"},{}, 3]', " [1].id is required (and 1 more mistake)"],
  [Uint8Array.of(0x5b, 0xff, 0x5d), " it is not UTF-8"],
])("it is said in one line where a file of notes is wrong: %j", (content, message) => {
  const path = fileOf(content);
  expect(saidOf(path)).toEqual([`${path}:${message}`]);
});

test.each([
  ["[", "1:2: it is not JSON: the file ends too early"],
  ['[{"id":"1"},{}, 3]', " [1].id is required (and 1 more mistake)"],
])("the command prints that line alone, and exits with 1: %j", async (content, message) => {
  const path = fileOf(content);
  expect(await run(["--port", "0", "--seed", path])).toMatchObject({
    status: 1,
    stdout: "",
    stderr: `visitors-sandbox: ${path}:${message}\n`,
  });
});

test("a file of notes may begin with the byte order mark of UTF-8, as some editors write it", async () => {
  const path = fileOf('\u{feff}[{"id":"1","name":"Zoë"}]');
  const running = await start(["--port", "0", "--seed", path]);
  onTestFinished(() => running.signal("SIGKILL"));
  const headers = { authorization: "Bearer any" };
  const response = await fetch(`${running.url}/_sandbox/notes/1`, { headers });
  expect(await response.json()).toEqual({ id: "1", name: "Zoë" });
});

test("a mistake behind a byte order mark is counted from the mark on", () => {
  const path = fileOf("\u{feff}[}");
  expect(saidOf(path)).toEqual([`${path}:1:2: it is not JSON: unexpected "}"`]);
});

test.each([
  ["with a byte order mark", "\u{feff}", false],
  ["with a byte order mark, the other way round", "\u{feff}", true],
  ["without one", "", false],
])("a file of notes in UTF-16 is refused, and what to do is said: %s", (_, mark, isSwapped) => {
  const bytes = Buffer.from(`${mark}[{"id":"1"}]`, "utf16le");
  const path = fileOf(isSwapped ? bytes.swap16() : bytes);
  expect(saidOf(path)).toEqual([`${path}: it is UTF-16: write it in UTF-8`]);
});

test.each([
  ["there is no such file", "nothing.json"],
  ["it is a directory", "."],
])("it is said of a file of notes in one line that %s", (reason, name) => {
  const path = join(temporaryFolder(), name);
  expect(saidOf(path)).toEqual([`${path} cannot be read: ${reason}`]);
});

test("finds the place that JSON.parse complains about, in whatever text", () => {
  const valid = JSON.stringify(
    [{ id: "aé\n\\\u0085", n: [1, -2.5e3, true, null, {}], o: { x: [] } }],
    null,
    1,
  );
  const insertions = [
    '"',
    ",",
    "}",
    "]",
    "{",
    "[",
    ":",
    "\\",
    "\n",
    "\t",
    "\u0001",
    "\u007f",
    "e",
    "0",
    "-",
    ".",
    " ",
  ];
  const offsets = Array.from({ length: valid.length }, (_, offset) => offset);
  const texts = offsets.flatMap((offset) => [
    valid.slice(0, offset),
    ...[0, 1].flatMap((removed) =>
      insertions.map((text) => valid.slice(0, offset) + text + valid.slice(offset + removed)),
    ),
  ]);
  for (const text of texts) {
    const found = firstUnexpected(text);
    const complaint = complaintAbout(text);
    expect(found === undefined, text).toBe(complaint === undefined);
    // Where the parser says a place at all; in a word such as `trux` or an escape it says how far it got.
    const place = /at position (\d+)/.exec(complaint ?? "")?.[1];
    if (place !== undefined) expect([0, 1, 2, 3], text).toContain(Number(place) - (found ?? 0));
  }
});

test("counts lines and columns from 1, whatever ends the lines", () => {
  expect(lineAndColumn("", 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn("a\nbc", 4)).toEqual({ line: 2, column: 3 });
  expect(lineAndColumn("a\r\n\rb", 4)).toEqual({ line: 3, column: 1 });
});

function complaintAbout(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}
