import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { api } from "./api.ts";

export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Relative to the repository's top folder. */
  readonly folder: string;
  /** What npm compares with where the workflow that publishes runs. */
  readonly repository: { readonly url?: string; readonly directory?: string } | string | undefined;
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
}

interface Manifest extends Omit<PublishedPackage, "folder"> {
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What the names of all packages begin with. */
export const { scope } = api;

/**
 * The packages of the workspace that are not private, in the order in which they can be published: each comes after those that
 * it depends on.
 */
export function publishedPackages(root: string): PublishedPackage[] {
  const found = new Map(
    workspaceFolders(root)
      .map((folder) => ({ folder, manifest: readManifest(join(root, folder)) }))
      .filter(({ manifest }) => manifest.private !== true)
      .map((one) => [one.manifest.name, one]),
  );
  const ordered = new Set<string>();
  const place = (name: string): void => {
    for (const needed of Object.keys(found.get(name)?.manifest.dependencies ?? {}))
      if (found.has(needed) && !ordered.has(needed)) place(needed);
    ordered.add(name);
  };
  for (const name of found.keys()) place(name);
  return [...ordered].flatMap((name) => {
    const one = found.get(name);
    if (!one) return [];
    const { version, repository, publishConfig } = one.manifest;
    return [{ name, version, folder: one.folder, repository, ...(publishConfig && { publishConfig }) }];
  });
}

/** The folders that pnpm-workspace.yaml lists, of which one may stand for all in it: `packages/*`. */
function workspaceFolders(root: string): string[] {
  const { packages }: { packages: string[] } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"));
  return packages
    .flatMap((listed) => {
      const parent = listed.replace(/\/\*$/, "");
      if (parent === listed) return [listed];
      return existsSync(join(root, parent))
        ? readdirSync(join(root, parent))
            .sort()
            .map((name) => `${parent}/${name}`)
        : [];
    })
    .filter((folder) => existsSync(join(root, folder, "package.json")));
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
