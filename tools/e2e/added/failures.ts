import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly {
    /** The path of the test file. */
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Of the tests of `npm test`, and of those of `npm run test:on-demand`. */
const reports = [".results/vitest.json", ".results/on-demand.json"];

/** The tests that failed in a copy of the repository, each on one line with why. */
export async function failures(repository: string): Promise<string[]> {
  const folders = await Promise.all(["packages", "tools"].map((name) => children(repository, name)));
  const found = await Promise.all(
    ["spec", ...folders.flat()].map((folder) => failuresIn(repository, folder)),
  );
  return found.flat();
}

async function failuresIn(repository: string, folder: string): Promise<string[]> {
  const found = await Promise.all(
    reports.map((report) => failuresOf(repository, join(repository, folder, report))),
  );
  return found.flat();
}

async function failuresOf(repository: string, report: string): Promise<string[]> {
  // A package without tests leaves no report.
  const text = await readFile(report, "utf8").catch(() => undefined);
  const { testResults }: Report = text === undefined ? { testResults: [] } : JSON.parse(text);
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(repository, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [`${file}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages: [why = ""] }) => `${file} > ${fullName}: ${firstLine(why)}`,
    );
  });
}

async function children(repository: string, name: string): Promise<string[]> {
  return (await readdir(join(repository, name))).sort().map((child) => join(name, child));
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
