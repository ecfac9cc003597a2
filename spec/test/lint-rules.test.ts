import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type LintResult, lint, packageFolder } from "./redocly.ts";
import { violations } from "./violations.ts";

const config = join(packageFolder, "redocly.yaml");
const good = readFileSync(join(packageFolder, "test/notes.yaml"), "utf8");

let folder: string;
let goodResult: LintResult | undefined;
let results: (LintResult | undefined)[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-rules-"));
  const documents = [good, ...violations.map(({ edit }) => edit(good))];
  const files = documents.map((text, index) => {
    const file = `${index}.yaml`;
    writeFileSync(join(folder, file), text);
    return file;
  });
  [goodResult, ...results] = lint(folder, config, ...files);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a description that follows every rule is accepted", () => {
  expect(goodResult?.problems).toEqual([]);
});

test("every rule that redocly.yaml sets is proved below", () => {
  const set = Object.keys(parse(readFileSync(config, "utf8")).rules);
  expect([...new Set(violations.map(({ rule }) => rule))].sort()).toEqual(set.sort());
});

describe("rejects, with what to do about it,", () => {
  test.each(violations.map((violation, index) => ({ ...violation, index })))("$what ($rule)", (violation) => {
    const lines = violation.edit(good).split("\n");
    const here = lines.flatMap((line, index) => (line.endsWith(" # here") ? [index + 1] : []));
    const found = results[violation.index]?.problems.map(({ ruleId, severity, message, location }) => {
      return { ruleId, severity, message, lines: location.map(({ start }) => start.line) };
    });
    expect(found).toEqual([
      {
        ruleId: violation.rule,
        severity: "error",
        message: expect.stringContaining(violation.says),
        lines: here,
      },
    ]);
  });
});
