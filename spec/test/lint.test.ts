import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import api from "../api.json" with { type: "json" };
import { lint, packageFolder, redocly } from "./redocly.ts";

const ignoreFile = ".redocly.lint-ignore.yaml";

/** What an ignore file lists, as `rule pointer`. */
function listedProblems(ignored: string): string[] {
  const files: Record<string, Record<string, string[]>> = parse(ignored);
  return Object.values(files)
    .flatMap((rules) => Object.entries(rules))
    .flatMap(([rule, pointers]) => pointers.map((pointer) => `${rule} ${pointer}`));
}

/** What an ignore file lists though the description has no such problem. */
function unneededIn(ignored: string): string[] {
  const others = ["dist", "node_modules", "releases", "test", ignoreFile].map((name) =>
    join(packageFolder, name),
  );
  cpSync(packageFolder, elsewhere, { recursive: true, filter: (path) => !others.includes(path) });
  const [result] = lint(elsewhere, "redocly.yaml", "openapi.yaml");
  const found = result?.problems.map(({ ruleId, location: [place] }) => `${ruleId} ${place?.pointer}`);
  return listedProblems(ignored).filter((problem) => !found?.includes(problem));
}

let elsewhere: string;

beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), "lint-"));
});

afterAll(() => rmSync(elsewhere, { recursive: true }));

describe("the description has no error and no warning", () => {
  test.each([
    { from: "its own folder", folder: packageFolder },
    { from: "the folder above", folder: join(packageFolder, "..") },
    { from: "anywhere else", folder: tmpdir() },
  ])("when linted from $from", ({ folder }) => {
    const [result] = lint(folder, join(packageFolder, "redocly.yaml"), api.name);
    expect(result).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
  });
});

describe("the workflow file", () => {
  const { apis }: { apis: Record<string, { root: string }> } = parse(
    readFileSync(join(packageFolder, "redocly.yaml"), "utf8"),
  );
  const files = readdirSync(packageFolder).filter((name) => name.endsWith(".arazzo.yaml"));

  test.each(files)("%s is in redocly.yaml, and has no error and no warning", (file) => {
    const [name] = Object.entries(apis).find(([, { root }]) => root === file) ?? [];
    const [result] = lint(packageFolder, "redocly.yaml", String(name));
    expect(result).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
  });

  test.each(files)("%s would be refused with a field that Arazzo does not have", (file) => {
    const text = readFileSync(join(packageFolder, file), "utf8");
    writeFileSync(join(elsewhere, file), text.replace("successCriteria:", "successCriterion:"));
    const [result] = lint(elsewhere, join(packageFolder, "redocly.yaml"), file);
    expect(result?.problems.map(({ message }) => message)).toEqual([
      "Property `successCriterion` is not expected here.",
    ]);
  });
});

test("redocly.yaml has no mistake, and no rule that Redocly does not know", () => {
  const { exitCode, stdout, stderr } = redocly(packageFolder, "lint", "--lint-config", "error");
  expect(`${stdout}${stderr}`).not.toMatch(/warning|unused/i);
  expect(exitCode).toBe(0);
});

describe("an exception in the ignore file", () => {
  const ignored = readFileSync(join(packageFolder, ignoreFile), "utf8");

  test("is needed, each one", () => {
    expect(unneededIn(ignored)).toEqual([]);
  });

  test("that is not needed is noticed", () => {
    expect(unneededIn('openapi.yaml:\n  struct:\n    - "#/paths"\n')).toEqual(["struct #/paths"]);
  });
});
