import type { Problem } from "../difference.ts";
import type { Versions } from "../read/read.ts";
import { type Assertion, assertCompatible, lineOf } from "./assertions.ts";
import { declare } from "./declarations.ts";
import { type Path, pathsOf } from "./paths.ts";
import { compile } from "./program.ts";
import { refused } from "./refused.ts";

/** Of more parts than these it is said as a whole that they are refused. */
const mostParts = 5;

/** One side's type of a part. What a type does not have is no value, and asked of nobody. */
const helpers = `type Given<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Wanted<T, K> = T extends null | undefined ? never : K extends keyof T ? T[K] : unknown;
type GivenItem<T> = T extends readonly (infer Item)[] ? Item : never;
type WantedItem<T> = T extends null | undefined ? never : T extends readonly (infer Item)[] ? Item : unknown;`;

interface Candidate {
  readonly problem: Problem;
  readonly path: Path;
  readonly line: string;
}

/**
 * The same problems, each of the innermost parts that the compiler refuses: it is asked about one after the other, as what it says of the
 * whole is for who reads types.
 */
export async function locate(problems: readonly Problem[], versions: Versions): Promise<Problem[]> {
  const { before, after } = versions;
  const assertions = assertCompatible(before, after);
  const candidates = problems.flatMap((problem) => {
    const assertion = assertions.find(
      ({ operation, part }) => operation === problem.operation && part === problem.part,
    );
    return assertion ? candidatesOf(problem, assertion, versions) : [];
  });
  const preamble = [
    'import type { Calls as Before } from "./before.ts"; import type { Calls as After } from "./after.ts";',
    ...helpers.split("\n"),
  ];
  const files = new Map([
    ["before.ts", declare(before)],
    ["after.ts", declare(after)],
    ["check.ts", [...preamble, ...candidates.map(({ line }) => line), "export {};"].join("\n")],
  ]);
  const found = (await compile(files, ["check.ts"])).flatMap(({ file, line, message }) => {
    const candidate = file === "check.ts" ? candidates[line - 1 - preamble.length] : undefined;
    return candidate ? [{ ...candidate, message }] : [];
  });
  return problems.flatMap((problem) => {
    const own = found.filter((one) => one.problem === problem);
    const innermost = own.filter(({ path }) => !own.some((other) => isWithin(other.path, path)));
    if (innermost.length === 0 || innermost.length > mostParts) return [problem];
    return innermost.map(({ path, message }) => refused(problem, message, show(path)));
  });
}

function candidatesOf(problem: Problem, assertion: Assertion, { before, after }: Versions): Candidate[] {
  const paths = [before, after].flatMap((read) => pathsOf(assertion, read));
  const unique = new Map(paths.map((path) => [JSON.stringify(path), path]));
  return [...unique.values()].map((path) => ({
    problem,
    path,
    line: lineOf({ from: typeAt(assertion.from, path, "Given"), to: typeAt(assertion.to, path, "Wanted") }),
  }));
}

function typeAt(type: string, path: Path, helper: "Given" | "Wanted"): string {
  return path.reduce(
    (around, step) =>
      step === "[]" ? `${helper}Item<${around}>` : `${helper}<${around}, ${JSON.stringify(step)}>`,
    type,
  );
}

function isWithin(path: Path, other: Path): boolean {
  return path.length > other.length && other.every((step, index) => path[index] === step);
}

function show(path: Path): string {
  return path.reduce((text, step) => (step === "[]" || text === "" ? text + step : `${text}.${step}`), "");
}
