import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Run, run, runNode } from "@visitors-api/machine/run";
import { startServer } from "@visitors-api/machine/start";
import sandboxManifest from "../../../../packages/sandbox/package.json" with { type: "json" };
import { api } from "../api.ts";
import { ReleaseProblem } from "../problem.ts";
import type { Packed } from "../publish.ts";
import { npmSettings, type Registry } from "../registry/registry.ts";
import type { Trial } from "./trial.ts";

export type PackageManager = "npm" | "pnpm";

const add: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ["install", "--no-audit", "--no-fund"],
  pnpm: ["add"],
};

/** A project's own settings, and caches that know of no other registry. */
function settings(folder: string, url: string): Readonly<Record<string, string>> {
  return {
    ".npmrc": `${npmSettings(url)}cache=${join(folder, "cache")}\n`,
    "pnpm-workspace.yaml": `storeDir: ${join(folder, "store")}\ncacheDir: ${join(folder, "cache")}\n`,
  };
}

/** Strict, and the declarations of packages are checked as well; those of the compiler itself, which take longer, are not. */
const tsconfig = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "nodenext",
    types: ["node"],
    typeRoots: [join(import.meta.dirname, "../../node_modules/@types")],
  },
};

/**
 * Makes an empty project, and installs the packages in it from the registry.
 *
 * @param folder Where the project is made; whoever asked removes it.
 * @throws {ReleaseProblem} with the package manager's own words when that failed.
 */
export async function installWith(
  manager: PackageManager,
  packages: readonly Pick<Packed, "name" | "version">[],
  { url }: Registry,
  folder: string,
): Promise<void> {
  mkdirSync(folder);
  const files = {
    ...settings(folder, url),
    "package.json": JSON.stringify({ private: true, type: "module" }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const wanted = packages.map(({ name, version }) => `${name}@${version}`);
  const { status, output } = await run(manager, [...add[manager], ...wanted], { cwd: folder });
  if (status !== 0) throw new ReleaseProblem(`${output}\n${manager} could not install ${wanted.join(", ")}.`);
}

/** Compiles a program in a project, and runs it against the sandbox that the project has installed. */
export async function tryProgram(project: string, name: string, code: string): Promise<Trial> {
  const file = `${name}.ts`;
  const configuration = join(project, `tsconfig.${name}.json`);
  writeFileSync(join(project, file), code);
  writeFileSync(configuration, JSON.stringify({ ...tsconfig, files: [file] }));
  const compiler = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(
    /package\.json$/,
    "bin/tsc",
  );
  const compiled = await runNode(compiler, ["--project", configuration, "--pretty", "false"], {
    cwd: project,
  });
  return { compiled, ran: await runAgainstSandbox(project, file) };
}

async function runAgainstSandbox(project: string, file: string): Promise<Run> {
  const [name = ""] = Object.keys(sandboxManifest.bin);
  const command = join(project, "node_modules/.bin", name);
  const { username, token, baseUrl } = api.variables;
  // The command takes a token, and no user's name and password: any are let in then.
  const accepted = username === undefined ? ["--token", "secret"] : [];
  const sandbox = await startServer(command, ["--port", "0", ...accepted]);
  try {
    const credentials = Object.fromEntries(
      [token, username].flatMap((name) => (name ? [[name, "secret"]] : [])),
    );
    const env = { ...credentials, [baseUrl]: sandbox.url };
    return await runNode(join(project, file), [], { cwd: project, env });
  } finally {
    await sandbox.stop();
  }
}
