import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import api from "../api.json" with { type: "json" };
import { type LintResult, lint, lintResults, packageFolder, redocly } from "./redocly.ts";

const ignoreFile = ".redocly.lint-ignore.yaml";

/** What an ignore file lists, as `rule pointer`. */
function listedProblems(ignored: string): string[] {
  const files: Record<string, Record<string, string[]>> = parse(ignored);
  return Object.values(files)
    .flatMap((rules) => Object.entries(rules))
    .flatMap(([rule, pointers]) => pointers.map((pointer) => `${rule} ${pointer}`));
}

const apis: Record<string, { root: string }> = parse(
  readFileSync(join(packageFolder, "redocly.yaml"), "utf8"),
).apis;
const workflows = readdirSync(packageFolder).filter((name) => name.endsWith(".arazzo.yaml"));

/** A copy of the package without its exceptions, in which the workflow files have a mistake each. */
let elsewhere: string;
/** What is found there in the description, and in each workflow file. */
let found: (LintResult | undefined)[];

beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), "lint-"));
  const others = ["dist", "node_modules", "releases", "test", ignoreFile].map((name) =>
    join(packageFolder, name),
  );
  cpSync(packageFolder, elsewhere, { recursive: true, filter: (path) => !others.includes(path) });
  for (const file of workflows) {
    const text = readFileSync(join(packageFolder, file), "utf8");
    writeFileSync(join(elsewhere, file), text.replace("successCriteria:", "successCriterion:"));
  }
  found = lint(elsewhere, "redocly.yaml", "openapi.yaml", ...workflows);
});

afterAll(() => rmSync(elsewhere, { recursive: true }));

const clean = { totals: { errors: 0, warnings: 0 }, problems: [] };

test("the description and the workflow files in redocly.yaml have no error and no warning, and that has no mistake", () => {
  const run = redocly(packageFolder, "lint", "--lint-config", "error", "--format", "json");
  expect(run.stderr).not.toMatch(/warning|unused/i);
  expect(run.exitCode).toBe(0);
  expect(lintResults(run)).toMatchObject(Object.keys(apis).map(() => clean));
});

test("the description has none either when linted from another folder", () => {
  const [result] = lint(tmpdir(), join(packageFolder, "redocly.yaml"), api.name);
  expect(result).toMatchObject(clean);
});

describe.each(workflows.map((file, index) => ({ file, index })))(
  "the workflow file $file",
  ({ file, index }) => {
    test("is in redocly.yaml", () => {
      expect(Object.values(apis).map(({ root }) => root)).toContain(file);
    });

    test("would be refused with a field that Arazzo does not have", () => {
      expect(found[index + 1]?.problems.map(({ message }) => message)).toEqual([
        "Property `successCriterion` is not expected here.",
      ]);
    });
  },
);

describe("an exception in the ignore file", () => {
  const ignored = readFileSync(join(packageFolder, ignoreFile), "utf8");

  /** What an ignore file lists though the description has no such problem. */
  function unneededIn(listed: string): string[] {
    const problems = found[0]?.problems.map(({ ruleId, location: [place] }) => `${ruleId} ${place?.pointer}`);
    return listedProblems(listed).filter((problem) => !problems?.includes(problem));
  }

  test("is needed, each one", () => {
    expect(unneededIn(ignored)).toEqual([]);
  });

  test("that is not needed is noticed", () => {
    expect(unneededIn('openapi.yaml:\n  struct:\n    - "#/paths"\n')).toEqual(["struct #/paths"]);
  });
});
