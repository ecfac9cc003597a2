import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lint, packageFolder, redocly } from "./redocly.ts";

const ignoreFile = ".redocly.lint-ignore.yaml";

/** How many problems a folder's ignore file lists. */
function listedProblems(folder: string): number {
  const files: Record<string, Record<string, string[]>> = parse(
    readFileSync(join(folder, ignoreFile), "utf8"),
  );
  return Object.values(files)
    .flatMap((rules) => Object.values(rules))
    .flat().length;
}

/** How many problems its ignore file lets pass. */
function ignoredProblems(folder: string): number | undefined {
  return lint(folder, "redocly.yaml", "visitors")[0]?.totals.ignored;
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
    const [result] = lint(folder, join(packageFolder, "redocly.yaml"), "visitors");
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
  test("is needed, each one", () => {
    expect(ignoredProblems(packageFolder)).toBe(listedProblems(packageFolder));
  });

  test("that is not needed is noticed", () => {
    for (const name of ["openapi.yaml", "redocly.yaml", "lint", ignoreFile]) {
      cpSync(join(packageFolder, name), join(elsewhere, name), { recursive: true });
    }
    writeFileSync(
      join(elsewhere, ignoreFile),
      `${readFileSync(join(packageFolder, ignoreFile), "utf8")}  struct:\n    - "#/paths"\n`,
    );
    expect(ignoredProblems(elsewhere)).toBe(listedProblems(elsewhere) - 1);
  });
});
