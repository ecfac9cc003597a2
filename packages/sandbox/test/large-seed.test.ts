import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSeedFile, SeedFileError } from "../src/node/seed-file.ts";
import { UnparsedItems } from "../src/state/item-list.ts";
import { MemoryCollection } from "../src/state/memory-collection.ts";
import { NOTES } from "./notes/domain.ts";
import { temporaryFolder } from "./support/folder.ts";

function fileWith(text: string): string {
  const path = join(temporaryFolder(), "seed.json");
  writeFileSync(path, text);
  return path;
}

/** What a file has, of a list its items. */
function read(path: string): unknown {
  const given = readSeedFile(path);
  return given instanceof UnparsedItems ? [...given] : given;
}

/** Items of many lengths, with whatever might be taken for an end of one. */
const awkward = Array.from({ length: 3000 }, (_, index) => ({
  id: `${index}`,
  text: `],[{}"\\,é😀${"x".repeat(index % 613)}`,
  [`"},{"`]: [[], {}, [index, { a: [1, 2], "]": "[" }], null],
  large: index === 1500 ? "y,".repeat(400_000) : "",
}));

test.each([undefined, 1])("a file is read as what it is, however large and with whatever in it", (indent) => {
  expect(read(fileWith(JSON.stringify(awkward, undefined, indent)))).toEqual(awkward);
});

test.each([
  ["no list", JSON.stringify({ notes: awkward }), { notes: awkward }],
  ["an empty list", " [ ]\n", []],
  ["a list of lists", "[[1,2],[3]]", [[1, 2], [3]]],
  ["a text", '"[,]"', "[,]"],
])("a file that is %s is read as that", (_, text, value) => {
  expect(read(fileWith(text))).toEqual(value);
});

const items = (count: number) => Array.from({ length: count }, (_, index) => `{"id":"${index}"}`).join(",\n");

test.each([
  ["a comma too many", `[${items(5_000)},]`, ':5000:15: it is not JSON: unexpected "]"'],
  ["two commas", `[${items(3_000)},,\n${items(3_000)}]`, ':3000:15: it is not JSON: unexpected ","'],
  ["a comma in front", `[,${items(5_000)}]`, ':1:2: it is not JSON: unexpected ","'],
  ["another bracket at the end", `[${items(5_000)}}`, ':5000:14: it is not JSON: unexpected "}"'],
  ["something behind it", `[${items(5_000)}],[1]`, ':5000:15: it is not JSON: unexpected ","'],
  ["no end", `[${items(5_000)}`, ":5000:14: it is not JSON: the file ends too early"],
  ["an item that is none", `[${items(5_000)},\nnone,{"id":"x"}]`, ':5001:1: it is not JSON: unexpected "n"'],
  [
    "a number that no double holds",
    `[${items(5_000)},\n{"id":"x","n":1e400}]`,
    ":5001:15: it has the number 1e400, which a double cannot hold",
  ],
])("a mistake is found far into a file too, with its line and column: %s", (_, text, message) => {
  const path = fileWith(text);
  expect(() => readSeedFile(path)).toThrow(new SeedFileError(path + message));
});

test.skipIf(process.platform === "win32")("a pipe may be given in place of a file", async () => {
  const path = join(temporaryFolder(), "pipe");
  execFileSync("mkfifo", [path]);
  const text = JSON.stringify(awkward.slice(0, 100));
  // Waits until somebody reads, and reading waits for it: in a process of its own.
  const program = `require("node:fs").writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(text)})`;
  const writer = spawn(process.execPath, ["-e", program]);
  expect(read(path)).toEqual(awkward.slice(0, 100));
  await new Promise((resolve) => writer.once("close", resolve));
});

/** A collection of the items of a file, as they are when nobody has parsed them. */
function collectionOf(items: readonly object[]): MemoryCollection {
  const start = readSeedFile(fileWith(JSON.stringify(items)));
  expect(start).toBeInstanceOf(UnparsedItems);
  return new MemoryCollection(NOTES, start as UnparsedItems);
}

test("a collection of a large file has its items in their order, and each by its keys", async () => {
  const collection = collectionOf(awkward);
  expect(await collection.count()).toBe(awkward.length);
  expect(await collection.get({ id: "2222" })).toEqual(awkward[2222]);
  expect(await collection.get({ id: "1" })).toEqual(awkward[1]);
  expect(await collection.get({ id: "nobody" })).toBeUndefined();
  const listed: object[] = [];
  for (let start: number | undefined = 0; start !== undefined; ) {
    const { items, next } = await collection.list(start, 777);
    listed.push(...items);
    start = next;
  }
  expect(listed).toEqual(awkward);
});

test("items of a large file change through the collection alone, and a reset brings them back", async () => {
  const collection = collectionOf(awkward);
  const id = "2999";
  const given = (await collection.get({ id })) ?? {};
  expect(() => Object.assign(given, { text: "changed" })).toThrow(TypeError);
  await collection.update({ id }, (item) => ({ ...item, text: "changed" }));
  await collection.put([{ id: "0", text: "put" }, { id: "new" }]);
  expect(await collection.get({ id })).toMatchObject({ id, text: "changed" });
  expect(await collection.get({ id: "2998" })).toEqual(awkward[2998]);
  expect((await collection.list(0, 2)).items).toEqual([{ id: "0", text: "put" }, awkward[1]]);
  expect(await collection.count()).toBe(awkward.length + 1);
  await collection.reset();
  expect(await collection.get({ id })).toEqual(awkward[2999]);
  expect(await collection.get({ id: "new" })).toBeUndefined();
  expect((await collection.list(0, 1)).items).toEqual([awkward[0]]);
});

test("items that only look frozen are copied all the same", async () => {
  const inner = { b: 1 };
  const collection = new MemoryCollection(NOTES, [Object.freeze({ id: "a", inner })]);
  inner.b = 2;
  expect(await collection.get({ id: "a" })).toEqual({ id: "a", inner: { b: 1 } });
});
