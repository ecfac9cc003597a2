import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import type { Compatibility, Problem } from "../difference.ts";
import type { Versions } from "../read/read.ts";
import { type Assertion, assertCompatible } from "./assertions.ts";
import { declare, runtime } from "./declarations.ts";

/**
 * Asks the compiler whether code that was written for one client compiles with another, for any number of them in one
 * program. It is native, and a process of its own: faster than the one that runs here.
 */
export async function checkCompatible(all: readonly Versions[]): Promise<Compatibility[]> {
  const folder = await mkdtemp(join(tmpdir(), "spec-diff-"));
  try {
    const files = new Map([["runtime.ts", runtime]]);
    const assertions = all.map(({ before, after }, index) => {
      files.set(`before${index}.ts`, declare(before));
      files.set(`after${index}.ts`, declare(after));
      const asserted = assertCompatible(before, after);
      files.set(`check${index}.ts`, program(index, asserted));
      return asserted;
    });
    await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)));
    const output = await compile(
      folder,
      all.map((_, index) => `check${index}.ts`),
    );
    const problems = assertions.map((asserted, index) => readProblems(output, `check${index}.ts`, asserted));
    return problems.map((found) => ({
      verdict: found.length > 0 ? "breaking" : "compatible",
      problems: found,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The lines before the first assertion. */
const preamble = 1;

function program(index: number, assertions: readonly Assertion[]): string {
  const imports = `import type { Calls as Before } from "./before${index}.ts"; import type { Calls as After } from "./after${index}.ts";`;
  return [imports, ...assertions.map(({ code }) => code), "export {};"].join("\n");
}

async function compile(folder: string, files: readonly string[]): Promise<string> {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const options = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--allowImportingTsExtensions",
    "--pretty",
    "false",
  ];
  const modules = [
    "--module",
    "esnext",
    "--moduleResolution",
    "bundler",
    "--lib",
    "es2015",
    "--types",
    "",
    "--skipLibCheck",
  ];
  const { status, stdout, output } = await runNode(compiler, [...options, ...modules, ...files], {
    cwd: folder,
  });
  // 1 and 2 say that there are problems, whether or not something was written.
  if (![0, 1, 2].includes(status ?? -1)) throw new Error(`The compiler failed (${status}): ${output}`);
  return stdout;
}

/** The problems of one file: a line each, and what explains it on further lines that are indented. */
function readProblems(output: string, file: string, assertions: readonly Assertion[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const [, name, line, text = ""] of output.matchAll(
    /^(\S+)\((\d+),\d+\): error TS\d+: (.*(?:\n .*)*)/gm,
  )) {
    const assertion = name === file ? assertions[Number(line) - 1 - preamble] : undefined;
    if (!assertion) continue;
    const { operation, side } = assertion;
    const message = text.replaceAll(/\r/g, "");
    found.set(`${operation} ${side} ${message}`, { operation, side, message });
  }
  return [...found.values()];
}
