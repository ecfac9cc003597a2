import type { Compatibility, Problem } from "../difference.ts";
import type { Prepared } from "../read/read.ts";
import { type Assertion, assertCompatible, lineOf } from "./assertions.ts";
import { declare } from "./declarations.ts";
import { compile, type Refusal } from "./program.ts";
import { refused } from "./refused.ts";

/** A description, and the types that are generated from it. */
export interface Declared {
  readonly read: Prepared;
  readonly types: string;
}

interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export function withTypes(read: Prepared): Declared {
  return { read, types: declare(read) };
}

/** Asks the compiler whether code that was written for one client compiles with another, for any number of them in one program. */
export async function checkCompatible(all: readonly Pair<Prepared>[]): Promise<Compatibility[]> {
  return await checkTypes(
    all.map(({ before, after }) => ({ before: withTypes(before), after: withTypes(after) })),
  );
}

export async function checkTypes(all: readonly Pair<Declared>[]): Promise<Compatibility[]> {
  const checks = new Map<string, string>();
  // The same types are compiled once, however many descriptions they are made of.
  const names = new Map<string, string>();
  const nameOf = ({ types }: Declared): string => {
    const name = names.get(types) ?? `types${names.size}.ts`;
    names.set(types, name);
    return name;
  };
  const assertions = all.map(({ before, after }, index) => {
    // Nothing is asked of types that are as they were.
    if (before.types === after.types) return [];
    const asserted = assertCompatible(before.read, after.read);
    checks.set(`check${index}.ts`, program(nameOf(before), nameOf(after), asserted));
    return asserted;
  });
  const types = [...names].map(([text, name]) => [name, text] as const);
  const refusals = checks.size === 0 ? [] : await compile(new Map([...types, ...checks]), [...checks.keys()]);
  return assertions.map((asserted, index) => {
    const problems = problemsIn(
      refusals.filter(({ file }) => file === `check${index}.ts`),
      asserted,
    );
    return { verdict: problems.length > 0 ? "breaking" : "compatible", problems };
  });
}

/** The lines before the first assertion. */
const preamble = 1;

function program(before: string, after: string, assertions: readonly Assertion[]): string {
  const imports = `import type { Calls as Before } from "./${before}"; import type { Calls as After } from "./${after}";`;
  return [imports, ...assertions.map(lineOf), "export {};"].join("\n");
}

function problemsIn(refusals: readonly Refusal[], assertions: readonly Assertion[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const { line, message } of refusals) {
    const assertion = assertions[line - 1 - preamble];
    if (!assertion) continue;
    const problem = refused(assertion, message);
    found.set(problem.identity, problem);
  }
  return [...found.values()];
}
