import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { requireOnDemand } from "../support/on-demand.ts";
import type { Packed } from "./pack.ts";

/** The parts of publint and Are the types wrong? that are used; they are not installed where the compiler looks. */
interface Publint {
  readonly publint: (
    options: object,
  ) => Promise<{ readonly messages: readonly object[]; readonly pkg: object }>;
}
interface PublintUtils {
  readonly formatMessage: (message: object, manifest: object) => string | undefined;
}
interface TypesWrong {
  readonly createPackageFromTarballData: (tarball: Uint8Array) => object;
  readonly checkPackage: (contents: object) => Promise<{
    /** False for a package that has none. */
    readonly types: object | false;
    readonly problems?: readonly {
      readonly kind: string;
      readonly entrypoint?: string;
      readonly resolutionKind?: string;
    }[];
  }>;
}

/** What publint has to say of a package, suggestions too. */
export async function publishingProblems({ tarball }: Packed): Promise<(string | undefined)[]> {
  const { publint } = await load<Publint>("publint");
  const { formatMessage } = await load<PublintUtils>("publint/utils");
  const { buffer } = new Uint8Array(await readFile(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg));
}

/**
 * What Are the types wrong? has to say of a package that is ESM only: nothing counts that is about resolution before
 * there were exports, or about a `require` that gives ESM, which is meant.
 */
export async function typeProblems({ tarball }: Packed) {
  const { checkPackage, createPackageFromTarballData } = await load<TypesWrong>("@arethetypeswrong/core");
  const contents = createPackageFromTarballData(new Uint8Array(await readFile(tarball)));
  const { types, problems = [] } = await checkPackage(contents);
  const counted = problems.filter(({ resolutionKind = "" }) => !/^(node10|node16-cjs)$/.test(resolutionKind));
  return { hasTypes: types !== false, problems: counted };
}

function load<Module>(name: string): Promise<Module> {
  return import(pathToFileURL(requireOnDemand.resolve(name)).href);
}
