import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../support/folders.ts";
import { run } from "../support/run.ts";
import type { Packed } from "./pack.ts";
import type { Registry } from "./registry.ts";

export type PackageManager = "npm" | "pnpm";

const add: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ["install", "--no-audit", "--no-fund"],
  pnpm: ["add"],
};

/** A project's own settings, and caches that know of no other registry. */
function settings(folder: string, url: string): Readonly<Record<string, string>> {
  return {
    ".npmrc": `registry=${url}/\ncache=${join(folder, "cache")}\n`,
    "pnpm-workspace.yaml": `storeDir: ${join(folder, "store")}\ncacheDir: ${join(folder, "cache")}\n`,
  };
}

/** Strict, and the declarations of packages are checked as well. */
const tsconfig = {
  compilerOptions: {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "nodenext",
    types: ["node"],
    typeRoots: [join(root, "tools/e2e/node_modules/@types")],
  },
  include: ["*.ts"],
};

/**
 * A project that was empty, and then was told to install the packages from the registry.
 *
 * @param folder Where the project is made; whoever asked removes it.
 * @throws {Error} with the package manager's own words when that failed.
 */
export async function installWith(
  manager: PackageManager,
  packages: readonly Packed[],
  { url }: Registry,
  folder: string,
): Promise<void> {
  const files = {
    ...settings(folder, url),
    "package.json": JSON.stringify({ private: true, type: "module" }),
    "tsconfig.json": JSON.stringify(tsconfig),
  };
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const wanted = packages.map(({ name, manifest }) => `${name}@${manifest.version}`);
  const { status, output } = await run(manager, [...add[manager], ...wanted], { cwd: folder });
  if (status !== 0) throw new Error(`${manager} could not install ${wanted.join(", ")}:\n${output}`);
}

/** Publishes what was packed, as it is. */
export async function publish({ tarball }: Packed, { url, login }: Registry, folder: string): Promise<void> {
  await writeFile(join(folder, ".npmrc"), `registry=${url}/\n${login}\n`);
  const { status, output } = await run("npm", ["publish", tarball, "--access", "public"], { cwd: folder });
  if (status !== 0) throw new Error(`npm could not publish ${tarball}:\n${output}`);
}
