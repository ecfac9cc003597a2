import { readFileSync, rmSync } from "node:fs";
import { relative, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./root.ts";
import type { TaskRun } from "./turbo.ts";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** The file's path. */
    name: string;
    status: "passed" | "failed";
    /** Why the file could not be run. */
    message: string;
    assertionResults: {
      status: string;
      ancestorTitles: string[];
      title: string;
      failureMessages: string[];
    }[];
  }[];
}

/** Where the tests of a package leave their report (their configuration of Vitest); turbo brings it back with a cached result. */
const reportFiles = { test: ".results/vitest.json", "test:on-demand": ".results/on-demand.json" };

/** A task that runs tests. */
export type TestTask = keyof typeof reportFiles;

/** A report of an earlier run must not be counted for a run that left none. */
export function removeReports(packageFolders: string[], task: TestTask): void {
  for (const folder of packageFolders) rmSync(resolve(root, folder, reportFiles[task]), { force: true });
}

/**
 * The tests of all packages added up. A failed task that no failed test accounts for is one more failure, and so is a
 * test run without a report: its tests would be missing from the sum unseen.
 */
export function countResults(tasks: TaskRun[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const task of tasks) {
    const report = readReport(task);
    const failedTests = report?.numFailedTests ?? 0;
    counts.passed += report?.numPassedTests ?? 0;
    counts.failed += failedTests;
    counts.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
    if (failedTests === 0 && (failed(task) || leftNoReport(task))) counts.failed += 1;
  }
  return counts;
}

/** Whether tests were run without the configuration that has them counted. */
export function leftNoReport(run: TaskRun): boolean {
  return isTestRun(run) && readReport(run) === undefined;
}

/** A line for each test of a task that failed, and for each file that could not be run: where it is, its name, what was wrong. */
export function failedTests(run: TaskRun): string[] {
  const files = readReport(run)?.testResults.filter(({ status }) => status === "failed") ?? [];
  return files.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.filter(({ status }) => status === "failed");
    if (tests.length === 0) return [`${file}: ${firstLine(message)}`];
    return tests.map(({ ancestorTitles, title, failureMessages: [first = ""] }) => {
      const named = [file, ...ancestorTitles, title].join(" > ").replaceAll(/\s+/g, " ");
      return `${named}: ${firstLine(first)}`;
    });
  });
}

function firstLine(text: string): string {
  const [line = ""] = stripVTControlCharacters(text).split("\n");
  return line;
}

export function failed({ exitCode }: TaskRun): boolean {
  return exitCode !== undefined && exitCode !== 0;
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function isTestRun(run: TaskRun): run is TaskRun & { task: TestTask } {
  return Object.hasOwn(reportFiles, run.task) && run.exitCode !== undefined;
}

function readReport(run: TaskRun): Report | undefined {
  if (!isTestRun(run)) return undefined;
  try {
    return JSON.parse(readFileSync(resolve(root, run.directory, reportFiles[run.task]), "utf8"));
  } catch {
    return undefined; // The run ended before it could write one; its exit code says so.
  }
}
