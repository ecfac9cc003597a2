import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { lint, packageFolder, redocly } from "./redocly.ts";

// Each test runs a command, and the machine may be busy with others.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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

test("redocly.yaml has no mistake, and no rule that Redocly does not know", () => {
  const { exitCode, stdout, stderr } = redocly(packageFolder, "lint", "visitors", "--lint-config", "error");
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
