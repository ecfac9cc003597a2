import type { Adoption } from "./adoption.ts";
import type { Brought } from "./description.ts";
import { edit, trackedFiles } from "./files.ts";
import { isOwn } from "./own-files.ts";

/** The versions of what is published begin anew, scripts whose file is gone go too, and dependencies stand in the order of their new names. */
export async function rewriteManifests(
  repository: string,
  { from, lenient, brought }: Adoption,
): Promise<void> {
  const files = (await trackedFiles(repository)).filter((file) => /^([^/]+\/)*package\.json$/.test(file));
  for (const file of files) {
    await edit(repository, file, (text) => {
      const manifest: Manifest = JSON.parse(text);
      const { publishConfig, scripts } = manifest;
      const kept = scripts && withoutOwn(scripts, from.name);
      const changed = {
        ...manifest,
        ...(publishConfig && { version: "0.0.0" }),
        ...(file === "spec/package.json" && { files: publishedFiles(manifest, brought) }),
        ...(kept && { scripts: lenient && file === generatingPackage ? leniently(kept) : kept }),
      };
      return `${JSON.stringify(withSortedDependencies(changed), undefined, 2)}\n`;
    });
  }
}

interface Manifest {
  readonly version?: string;
  readonly publishConfig?: object;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const generatingPackage = "packages/client/package.json";

/** What the package of the description publishes: all of its files, whatever folders they are in. */
function publishedFiles({ files = [] }: Manifest, { files: described }: Brought): string[] {
  const always = files.filter((name) => name.includes(".") || name === "dist");
  return [...new Set([...always, ...[...described.keys()].map((path) => path.split("/")[0] ?? path)])].sort();
}

/** The scripts that run a file which is still there. */
function withoutOwn(scripts: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const runsOwn = (command: string) => command.split(" ").some((word) => isOwn(word, name));
  return Object.fromEntries(Object.entries(scripts).filter(([, command]) => !runsOwn(command)));
}

function leniently(scripts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scripts).map(([name, command]) => [
      name,
      command.replace(" ../../spec/dist/openapi.json", " ../../spec/dist/openapi.json --lenient"),
    ]),
  );
}

/** In the order that pnpm writes them in, which another scope changes. */
function withSortedDependencies(manifest: Manifest): Manifest {
  const { dependencies, devDependencies } = manifest;
  return {
    ...manifest,
    ...(dependencies && { dependencies: sorted(dependencies) }),
    ...(devDependencies && { devDependencies: sorted(devDependencies) }),
  };
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  const byName = ([one]: [string, Value], [other]: [string, Value]) => (one < other ? -1 : 1);
  return Object.fromEntries(Object.entries(record).toSorted(byName));
}
