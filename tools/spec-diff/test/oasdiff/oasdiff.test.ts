import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Compared, compareAll, summaryTable, wholeTable } from "./comparison.ts";
import { reasons } from "./reasons.ts";

let all: readonly Compared[];
beforeAll(() => {
  all = compareAll();
});

test("where a verdict is another than oasdiff's, there is one reason for it", () => {
  const unexplained = all.filter((one) => one.reasons.length !== (one.relation === "same" ? 0 : 1));
  expect(unexplained.map(({ check }) => check)).toEqual([]);
  const differing = all.filter(({ level, verdict }) => (level === "info") === (verdict === "breaking"));
  expect(differing.filter(({ relation }) => relation === "same")).toEqual([]);
});

test("each reason is one for something", () => {
  const used = new Set(all.flatMap((one) => one.reasons));
  expect(reasons.filter((reason) => !used.has(reason)).map(({ name }) => name)).toEqual([]);
});

test("what is a break for oasdiff and is none here is a change all the same", () => {
  const unseen = all.filter(({ level, verdict }) => level !== "info" && verdict === undefined);
  expect(unseen.map(({ check }) => check)).toEqual([]);
});

test("the README says where the verdicts are the same, and why others differ", () => {
  expect(readFileSync(join(import.meta.dirname, "../../README.md"), "utf8")).toContain(summaryTable(all));
});

test("the whole table has each check", async () => {
  await expect(wholeTable(all)).toMatchFileSnapshot("table.md");
});
