import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { publishedPackages } from "@visitors-api/release/packages";
import { pack, type Packed as Tarball } from "@visitors-api/release/publish";
import { succeed } from "@visitors-api/release/succeed";
import { root } from "../support/folders.ts";

export interface Packed extends Tarball {
  /** The package's folder in the repository. */
  readonly source: string;
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

/** Packs every package that is published as it would be published, into one folder. */
export async function packAll(folder: string): Promise<Packed[]> {
  return Promise.all((await pack(root, publishedPackages(root), folder)).map(unpack));
}

async function unpack(packed: Tarball): Promise<Packed> {
  const { tarball } = packed;
  const unpacked = join(tarball, "..", basename(tarball, ".tgz"));
  await mkdir(unpacked);
  await succeed("tar", ["-xzf", tarball, "-C", unpacked]);

  const content = join(unpacked, "package");
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
  return { ...packed, source: join(root, packed.folder), content, files, manifest };
}
