import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { installOnDemand } from "@visitors-api/release/on-demand";
import { parse } from "yaml";
import { root } from "./folders.ts";

/** What is asked for: a package.json, its lockfile, and pnpm's settings. */
const asked = join(import.meta.dirname, "../on-demand");

/** Where it is installed: away from what is copied, watched and hashed. */
const installed = join(root, "node_modules/.cache/e2e-on-demand");

const lockfile = "pnpm-lock.yaml";

/** Installs what only these tests need. Vitest calls it before the tests that need it. */
export default function install(): Promise<void> {
  return installOnDemand({
    asked,
    installed,
    what: "what only these tests need: run times, compilers, the inspector of MCP servers, Jest, Playwright, Intercom's own client and a cache server",
  });
}

/** Resolves and reads as a file of the installed package would. */
export const requireOnDemand = createRequire(join(installed, "package.json"));

/** The folder of a package that was installed on demand. */
export function onDemandFolder(name: string): string {
  return join(installed, "node_modules", name);
}

/** The version of a package that package.json asks for; of `npm:node@20.0.0` the version alone. */
export async function pinnedVersion(name: string): Promise<string> {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    await readFile(join(asked, "package.json"), "utf8"),
  );
  const version = manifest.dependencies[name];
  if (version === undefined) throw new Error(`${asked}/package.json does not ask for ${name}`);
  return version.replace(/^npm:.*@/, "");
}

interface Lock {
  readonly packages: Readonly<Record<string, Platforms>>;
  readonly snapshots: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

interface Platforms {
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** There is nothing to install: the makers of a run time have no build of it for this machine. */
export class NoBuildError extends Error {
  override readonly name = "NoBuildError";
}

/**
 * The folder with the build for this machine, of a run time that has a package for each platform.
 *
 * @throws {NoBuildError} when there is none for this platform.
 * @throws {Error} when there is one and it is not installed: pnpm says nothing about an optional package that it
 * could not get.
 */
export async function buildFolder(name: string): Promise<string> {
  const version = await pinnedVersion(name);
  const lock: Lock = parse(await readFile(join(asked, lockfile), "utf8"));
  const builds = lock.snapshots[`${name}@${version}`]?.optionalDependencies ?? {};
  const build = Object.keys(builds).find((build) =>
    isForThisMachine(lock.packages[`${build}@${builds[build]}`] ?? {}),
  );
  if (build === undefined) {
    throw new NoBuildError(`${name} ${version} has no build for ${process.platform} on ${process.arch}`);
  }
  // pnpm puts what a package depends on beside the package, not beside the link to it.
  const from = createRequire(join(await realpath(onDemandFolder(name)), "package.json"));
  try {
    return dirname(from.resolve(`${build}/package.json`));
  } catch (cause) {
    throw new Error(`${build} is not installed. Delete ${installed}, and run the tests again.`, { cause });
  }
}

/** The version of the package in a folder. */
export async function installedVersion(folder: string): Promise<string> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8")).version;
}

/** A file name of a program. */
export function program(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

function isForThisMachine({ os, cpu, libc }: Platforms): boolean {
  const fits = (listed: readonly string[] | undefined, own: string) => !listed || listed.includes(own);
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcOfThisMachine());
}

function libcOfThisMachine(): string {
  // Its type is that of any JSON; what Node writes into it is known.
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}
