import { readFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, contendersInstalled } from "./folders.ts";

/** A version of TypeScript. */
export interface Compiler {
  readonly name: string;
  /** Its command, as Node takes it. */
  readonly script: string;
}

/** The one that generators in JavaScript still need, and the one that checks this repository. */
export function compilers(): Compiler[] {
  return [contendersInstalled, benchFolder].map((folder) => {
    const typescript = join(folder, "node_modules/typescript");
    const { version } = JSON.parse(readFileSync(join(typescript, "package.json"), "utf8"));
    return { name: `TypeScript ${version}`, script: join(typescript, "bin/tsc") };
  });
}

export interface Diagnostics {
  readonly files: number;
  readonly lines: number;
  readonly instantiations: number;
}

/** The counts in what `tsc --extendedDiagnostics` prints. Versions differ in how they divide the lines. */
export function readDiagnostics(output: string): Diagnostics {
  const count = (label: RegExp): number =>
    [...output.matchAll(label)].reduce((sum, [, digits = "0"]) => sum + Number(digits), 0);
  return {
    files: count(/^Files:\s+(\d+)/gm),
    lines: count(/^Lines(?: of \w+)?:\s+(\d+)/gm),
    instantiations: count(/^Instantiations:\s+(\d+)/gm),
  };
}
