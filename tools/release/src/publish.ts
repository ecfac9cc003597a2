import { statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, runOnTerminal } from "@visitors-api/machine/run";
import { type PublishedPackage, scope } from "./packages.ts";
import { ReleaseProblem } from "./problem.ts";
import { succeed } from "./succeed.ts";

export interface Packed extends PublishedPackage {
  readonly tarball: string;
  readonly bytes: number;
}

/** Where packages are published to. */
export interface Target {
  /** The folder in which npm finds its settings. */
  readonly settings: string;
  /** The URL of the registry. Default: the one in npm's settings. */
  readonly registry?: string;
  /** The repository whose workflow publishes, as owner/name, and proves where the packages come from. In a rehearsal none. */
  readonly repository: string | undefined;
  /** Variables that npm is given besides this process's. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What `npm install` takes of a package when no version is asked for. */
export const distTag = "latest";

/** The environment in which the commands of the workspace come first. */
export function workspaceEnvironment(root: string): { readonly PATH: string } {
  return { PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter) };
}

/** Bundles the description, and nothing else. */
export function bundleDescription(root: string): Promise<void> {
  return runTasks(root, ["@visitors-api/spec#bundle"]);
}

/** Builds what is published, unless the generated sources are not what the description gives. */
export function build(root: string, packages: readonly PublishedPackage[]): Promise<void> {
  return runTasks(root, ["bundle", "drift", "build", ...packages.map(({ name }) => `--filter=${name}`)]);
}

async function runTasks(root: string, tasks: readonly string[]): Promise<void> {
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  await succeed(process.execPath, [turbo, "--skip-infer", "run", ...tasks, "--output-logs=errors-only"], {
    cwd: root,
    env: workspaceEnvironment(root),
  });
}

/** Packs what is built, as it is published: with versions in the place of workspaces and catalogs. */
export function pack(root: string, packages: readonly PublishedPackage[], folder: string): Promise<Packed[]> {
  return Promise.all(
    packages.map(async (one) => {
      const tarball = join(folder, `${one.name.replace("@", "").replace("/", "-")}.tgz`);
      await succeed("pnpm", ["pack", "--out", tarball], {
        cwd: join(root, one.folder),
        env: workspaceEnvironment(root),
      });
      return { ...one, tarball, bytes: statSync(tarball).size };
    }),
  );
}

/** Whether the registry has this version already. */
export async function isPublished({ name, version }: PublishedPackage, target: Target): Promise<boolean> {
  const known = await view(name, ["view", `${name}@${version}`, "version", "--json"], target);
  return known?.includes(version) ?? false;
}

/** Publishes one package as it is packed, by its own publishConfig. */
export async function publish({ tarball }: Packed, target: Target): Promise<void> {
  const provenance = target.repository === undefined ? ["--provenance=false"] : [];
  const options = ["--tag", distTag, ...provenance, ...registryOptions(target)];
  await succeed("npm", ["publish", tarball, ...options], { cwd: target.settings, env: target.env });
}

/** The same by a person at a terminal, whom npm asks for a second factor. Nobody can prove then what it was made from. */
export async function publishByHand({ tarball, name }: Packed, target: Target): Promise<void> {
  const options = ["--tag", distTag, "--provenance=false", ...registryOptions(target)];
  const status = await runOnTerminal("npm", ["publish", tarball, ...options], { cwd: target.settings });
  if (status !== 0) throw new ReleaseProblem(`npm did not publish ${name}, see above.`);
}

/** Whether the registry has a package of this name, in whatever version. */
export async function isKnown({ name }: PublishedPackage, target: Target): Promise<boolean> {
  return (await view(name, ["view", name, "name"], target)) !== undefined;
}

/** What npm says of a package; undefined where the registry has no such. */
async function view(name: string, question: readonly string[], target: Target): Promise<string | undefined> {
  const { status, output } = await run("npm", [...question, ...registryOptions(target)], {
    cwd: target.settings,
  });
  if (status === 0) return output;
  if (/\bE404\b/.test(output)) return undefined;
  throw new ReleaseProblem(`${output.trim()}\nThe registry could not be asked for ${name}, see above.`);
}

/** A registry that somebody has set for the packages' scope would go before any other. */
export function registryOptions({ registry }: Target): string[] {
  return registry === undefined ? [] : [`--registry=${registry}`, `--${scope}:registry=${registry}`];
}
