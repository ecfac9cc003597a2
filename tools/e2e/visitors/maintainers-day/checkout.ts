import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";
import { copyWorkTree } from "@visitors-api/release/copy";
import { publishedPackages } from "@visitors-api/release/packages";
import { workspaceEnvironment } from "@visitors-api/release/publish";
import { keepRelease, lastRelease } from "@visitors-api/release/releases";
import { succeed } from "@visitors-api/release/succeed";
import { root } from "../../support/root.ts";

/** What was built here, and need not be built again for a checkout whose sources are the same. */
const built = ["spec/dist", "packages/client/dist", "packages/sandbox/dist", "packages/mcp/dist"];

/** A checkout of the repository, and what its maintainer types. */
export class Checkout {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Copies the work tree as if all of it had just been released: what is pending here is not pending there.
   *
   * @param folder Where to; whoever asked removes it.
   */
  static async released(folder: string): Promise<Checkout> {
    await copyWorkTree(root, folder);
    for (const name of built) await cp(join(root, name), join(folder, name), { recursive: true });
    const checkout = new Checkout(folder);
    for (const file of await checkout.changesets()) await rm(file);
    const [version = ""] = checkout.versions().values();
    keepRelease(folder, lastRelease(folder)?.version ?? version);
    return checkout;
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** What `npm run` does with this command, once everything is installed. */
  npmRun(command: string, args: readonly string[] = []): Promise<Run> {
    return this.#run(`tools/workspace/src/${command.replaceAll(":", "-")}.ts`, args);
  }

  /** One of the tasks that `npm run check` runs. */
  check(task: string): Promise<Run> {
    return this.#run("node_modules/turbo/bin/turbo", ["--skip-infer", "run", task]);
  }

  /**
   * Builds the tools for agents, and the packages that they call.
   *
   * @throws {Error} with what was said when they cannot be built.
   */
  async buildTools(): Promise<void> {
    const tasks = ["client", "sandbox", "mcp"].map((name) => `@visitors-api/${name}#build`);
    const built = await this.#run("node_modules/turbo/bin/turbo", ["--skip-infer", "run", ...tasks]);
    if (built.status !== 0) throw new Error(built.output);
  }

  /** The files of the pending changesets. */
  async changesets(): Promise<string[]> {
    const files = await readdir(this.path(".changeset"));
    return files.filter((name) => name.endsWith(".md")).map((name) => this.path(".changeset", name));
  }

  /** Of each published package, by its name; that of the description comes first. */
  versions(): ReadonlyMap<string, string> {
    return new Map(publishedPackages(this.folder).map(({ name, version }) => [name, version]));
  }

  /** The common version of the next release: the highest that there is, raised. */
  nextVersion(bump: "major" | "minor"): string {
    const versions = [...this.versions().values()].map((version) => version.split(".").map(Number));
    const [major = 0, minor = 0] = versions.toSorted(byNumbers).at(-1) ?? [];
    return bump === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
  }

  /** The texts of the packages' changelogs. */
  changelogs(): Promise<string[]> {
    const files = publishedPackages(this.folder).map((one) => this.path(one.folder, "CHANGELOG.md"));
    return Promise.all(files.map((file) => readFile(file, "utf8")));
  }

  /** What git sees of the work tree, and the text of what it sees. */
  state(): Promise<string> {
    const look = "git status --short --untracked-files=all && git diff";
    return succeed("sh", ["-c", look], { cwd: this.folder });
  }

  #run(file: string, args: readonly string[]): Promise<Run> {
    const env = workspaceEnvironment(this.folder);
    return runNode(this.path(file), args, { cwd: this.folder, env });
  }
}

function byNumbers(one: readonly number[], other: readonly number[]): number {
  const differences = one.map((number, index) => number - (other[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
