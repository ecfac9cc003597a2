import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { runtime } from "./declarations.ts";

/** What the compiler does not take. */
export interface Refusal {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Further lines, which explain the first, are indented. */
  readonly message: string;
}

/**
 * Compiles a program of these files, by their names, beside which generated types find what they refer to. The compiler is native, and a
 * process of its own: faster than the one that runs here.
 *
 * @param roots The files that no other imports.
 */
export async function compile(
  files: ReadonlyMap<string, string>,
  roots: readonly string[],
): Promise<Refusal[]> {
  const folder = await mkdtemp(join(tmpdir(), "spec-diff-"));
  try {
    const all = [...files, ["runtime.ts", runtime] as const];
    await Promise.all(all.map(([name, text]) => writeFile(join(folder, name), text)));
    return readRefusals(await runCompiler(folder, roots));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** TypeScript's own command is a script for Node, which takes as long to start as to do the rest, and starts this. */
function findCompiler(): string {
  const { resolve } = createRequire(import.meta.resolve("typescript/package.json"));
  const native = resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  return join(dirname(native), "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
}

async function runCompiler(folder: string, files: readonly string[]): Promise<string> {
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
  const { status, stdout, output } = await run(findCompiler(), [...options, ...modules, ...files], {
    cwd: folder,
  });
  // 1 and 2 say that there are problems, whether or not something was written.
  if (![0, 1, 2].includes(status ?? -1)) throw new Error(`The compiler failed (${status}): ${output}`);
  return stdout;
}

function readRefusals(output: string): Refusal[] {
  const lines = output.matchAll(/^(\S+)\((\d+),\d+\): error TS\d+: (.*(?:\n .*)*)/gm);
  return [...lines].map(([, file = "", line, message = ""]) => ({
    file,
    line: Number(line),
    message: message.replaceAll("\r", ""),
  }));
}
