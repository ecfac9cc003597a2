import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Relative to the repository's top folder. */
  readonly folder: string;
  /** What npm compares with where the workflow that publishes runs. */
  readonly repository: { readonly url?: string } | string | undefined;
}

/** What the names of all packages begin with. */
export const scope = "@visitors-api";

/** The folders of what is published. A package comes after those that it depends on. */
const folders = ["spec", "packages/client", "packages/sandbox", "packages/mcp"];

/** The packages that are published, in the order in which they can be. */
export function publishedPackages(root: string): PublishedPackage[] {
  return folders.map((folder) => {
    const manifest: Omit<PublishedPackage, "folder"> = JSON.parse(
      readFileSync(join(root, folder, "package.json"), "utf8"),
    );
    return { name: manifest.name, version: manifest.version, folder, repository: manifest.repository };
  });
}
