import { cp, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { ReleaseProblem } from "../problem.ts";
import { root } from "../root.ts";

export interface OnDemand {
  /** The folder with what is asked for: a package.json, its lockfile, and pnpm's settings. */
  readonly asked: string;
  /** Where it is installed: away from what is copied, watched and hashed. */
  readonly installed: string;
  /** What it is, for whoever waits. */
  readonly what: string;
}

/**
 * Installs what weighs too much for every install, once, and again when its lockfile changes.
 *
 * @throws {ReleaseProblem} with pnpm's own words when it cannot be installed.
 */
export async function installOnDemand({ asked, installed, what }: OnDemand): Promise<void> {
  const lockfile = await read(join(asked, "pnpm-lock.yaml"));
  if (lockfile === (await read(join(installed, "node_modules/.pnpm/lock.yaml")))) return;
  const started = performance.now();
  console.log(`Installing ${what}`);
  await mkdir(installed, { recursive: true });
  await cp(asked, installed, { recursive: true });
  const pnpm = join(root, "node_modules/.bin/pnpm");
  const { status, output } = await run(pnpm, ["install", "--frozen-lockfile"], { cwd: installed });
  if (status !== 0) {
    throw new ReleaseProblem(`${output}\npnpm could not install what ${asked} asks for, see above.`);
  }
  console.log(`Installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function read(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

const registry: OnDemand = {
  asked: join(import.meta.dirname, "../../on-demand"),
  installed: join(root, "node_modules/.cache/release-on-demand"),
  what: "a registry for this machine",
};

/** The file to import for a Verdaccio, which is installed when it is not. */
export async function verdaccio(): Promise<string> {
  await installOnDemand(registry);
  return createRequire(join(registry.installed, "package.json")).resolve("verdaccio");
}
