import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../support/folders.ts";
import { run } from "../support/run.ts";

export interface Packed {
  readonly name: string;
  /** The package's folder in the repository. */
  readonly source: string;
  readonly tarball: string;
  /** The folder with what is in the tarball. */
  readonly content: string;
  /** Paths in it, in order. */
  readonly files: readonly string[];
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The packages that are published, by their folders. One comes after those that it depends on. */
const published = ["spec", "packages/client", "packages/sandbox"];

/** Packs every package that is published as it would be published, into one folder. */
export async function packAll(folder: string): Promise<Packed[]> {
  return Promise.all(published.map((source) => pack(join(root, source), folder)));
}

async function pack(source: string, folder: string): Promise<Packed> {
  const { name }: Manifest = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const plainName = name.replace("@", "").replace("/", "-");
  const tarball = join(folder, `${plainName}.tgz`);
  await succeed("pnpm", ["pack", "--out", tarball], source);
  await mkdir(join(folder, plainName));
  await succeed("tar", ["-xzf", tarball, "-C", join(folder, plainName)], folder);

  const content = join(folder, plainName, "package");
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(content.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  const manifest: Manifest = JSON.parse(await readFile(join(content, "package.json"), "utf8"));
  return { name, source, tarball, content, files, manifest };
}

async function succeed(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { status, output } = await run(command, args, { cwd });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${output}`);
}
