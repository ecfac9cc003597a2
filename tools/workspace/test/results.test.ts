import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../src/root.ts";
import { closingLine, countResults, failedTests, removeReports } from "../src/test-results.ts";
import type { TaskRun } from "../src/turbo.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "results-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ran(task: string, name: string, exitCode: number | undefined, cached = false): TaskRun {
  return {
    id: `${name}#${task}`,
    task,
    directory: join(folder, name),
    outputs: [],
    cached,
    exitCode,
    milliseconds: 1,
  };
}

function report(name: string, passed: number, failed: number, pending = 0, testResults: object[] = []): void {
  mkdirSync(join(folder, name, ".results"), { recursive: true });
  writeFileSync(
    join(folder, name, ".results/vitest.json"),
    JSON.stringify({
      success: failed === 0,
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: pending,
      numTodoTests: 0,
      testResults,
    }),
  );
}

test("the tests of all packages are added up, those from the cache too", () => {
  report("one", 10, 0);
  report("two", 5, 0, 2);
  const counts = countResults([ran("test", "one", 0, true), ran("test", "two", 0), ran("lint", "one", 0)]);
  expect(closingLine(counts)).toBe("15 passed, 0 failed, 2 skipped");
});

test("a failed check counts as a failure, and a failed test only once", () => {
  report("one", 10, 1);
  expect(closingLine(countResults([ran("test", "one", 1), ran("typecheck", "one", 2)]))).toBe(
    "10 passed, 2 failed",
  );
});

test("a test run that fails though all its tests passed, or leaves no report, is a failure", () => {
  report("one", 10, 0);
  expect(closingLine(countResults([ran("test", "one", 1), ran("test", "two", 1)]))).toBe(
    "10 passed, 2 failed",
  );
});

test("a report of an earlier run is not counted for a run that was not made", () => {
  report("one", 10, 0);
  expect(closingLine(countResults([ran("build", "one", 1), ran("test", "one", undefined)]))).toBe(
    "0 passed, 1 failed",
  );
});

test("a test run that succeeds without a report is a failure, for its tests cannot be counted", () => {
  report("one", 10, 0);
  removeReports([join(folder, "one")], "test");
  expect(closingLine(countResults([ran("test", "one", 0)]))).toBe("0 passed, 1 failed");
});

test("what failed is named in a line of its own, tests and files that cannot be run", () => {
  const stack = "\n    at somewhere";
  const assertionResults = [
    { status: "passed", ancestorTitles: [], title: "passes", failureMessages: [] },
    {
      status: "failed",
      ancestorTitles: ["a\n  group"],
      title: "fails",
      failureMessages: [
        `AssertionError: expected \u001b[31m1\u001b[39m to be 2${stack}`,
        `Error: later${stack}`,
      ],
    },
  ];
  report("one", 1, 1, 0, [
    { name: join(root, "one/a.test.ts"), status: "failed", message: "", assertionResults },
    {
      name: join(root, "one/b.test.ts"),
      status: "failed",
      message: `No module${stack}`,
      assertionResults: [],
    },
    { name: join(root, "one/c.test.ts"), status: "passed", message: "", assertionResults: [] },
  ]);
  expect(failedTests(ran("test", "one", 1))).toEqual([
    "one/a.test.ts > a group > fails: AssertionError: expected 1 to be 2",
    "one/b.test.ts: No module",
  ]);
  expect(failedTests(ran("test", "without a report", 1))).toEqual([]);
  expect(failedTests(ran("typecheck", "one", 1))).toEqual([]);
});
