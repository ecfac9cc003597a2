import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DescriptionError, loadWithPlaces } from "@visitors-api/codegen/load";
import { type Description, readDescription } from "@visitors-api/openapi";
import { runRedocly } from "../redocly.ts";
import { root } from "../root.ts";
import { AdoptionError } from "./adoption-error.ts";
import { trackedFiles } from "./files.ts";
import { type Files, keepFiles, otherFiles, type Reason, rootFile } from "./split.ts";

/** A description that somebody brings along. */
export interface Brought {
  /** The texts of its files by their paths in spec/: as they were written, or one that is bundled. */
  readonly files: ReadonlyMap<string, string>;
  /** Why it is bundled: the end of a sentence. Undefined where it is as it was written. */
  readonly bundledSince: string | undefined;
  /** What it says. */
  readonly description: Description;
  /** The file with the text of openapi.yaml, and the others beside it. */
  readonly file: string;
  /** All of it in one file, which clients are generated from: that one, or its bundle. */
  readonly bundle: string;
}

export interface BringOptions {
  /** Whether mistakes that have one sensible reading are read so. */
  readonly lenient: boolean;
  /** Whether it is to be one file, however it was written. */
  readonly isOneFile: boolean;
  /** For what is read on the way; whoever asked removes it. */
  readonly folder: string;
}

/**
 * Reads the description that is to be adopted.
 *
 * @param source An absolute path, or a URL.
 * @throws {AdoptionError} when it cannot be read, or is not OpenAPI 3.0 or 3.1.
 */
export async function bringDescription(
  source: string,
  { lenient, isOneFile, folder }: BringOptions,
): Promise<Brought> {
  const written = await textOf(source);
  const { description, files: read } = await readAll(source, lenient);
  const kept = await keep(source, written, read, isOneFile);
  const file = join(folder, "description", rootFile);
  await mkdir(dirname(file), { recursive: true });
  const bundle = join(folder, "bundle", rootFile);
  const isBundled = "reason" in kept || kept.files.size > 1;
  if (isBundled) await writeBundle(source, bundle);
  const files = "files" in kept ? kept.files : new Map([[rootFile, await readFile(bundle, "utf8")]]);
  for (const [path, text] of files) {
    await mkdir(dirname(join(dirname(file), path)), { recursive: true });
    await writeFile(join(dirname(file), path), text);
  }
  return {
    files,
    bundledSince: "reason" in kept ? kept.reason : undefined,
    // Components that stood in files of their own have their names and their order in the bundle.
    description: isBundled ? (await readAll(bundle, lenient)).description : description,
    file,
    bundle: files.size > 1 ? bundle : file,
  };
}

async function keep(
  source: string,
  written: string,
  read: readonly string[],
  isOneFile: boolean,
): Promise<Files | Reason> {
  if (!isYaml(written)) return { reason: "it is not in YAML" };
  if (read.length === 1) return keepFiles(source, written, read, []);
  if (isOneFile) return { reason: "--bundle asks for one file" };
  const mine = await otherFiles(root);
  const tracked = (await trackedFiles(root)).filter((path) => path.startsWith("spec/"));
  const taken = tracked.map((path) => path.slice("spec/".length)).filter((path) => !mine.includes(path));
  return keepFiles(source, written, read, taken);
}

interface Read {
  readonly description: Description;
  /** The description's own file, and those that it refers to: paths and URLs. */
  readonly files: readonly string[];
}

async function readAll(source: string, lenient: boolean): Promise<Read> {
  const files: string[] = [];
  try {
    const loaded = await loadWithPlaces(source, { lenient, onRead: (file) => files.push(file) });
    const description = readDescription(loaded.description);
    if (description.operations.length > 0) return { description, files };
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    throw new AdoptionError(
      `${error.message}\n\n${source} is no description that can be used, see above.` +
        (lenient ? "" : " --lenient reads mistakes that have one sensible reading so."),
    );
  }
  throw new AdoptionError(`${source} has no operation, and a client without a method is none.`);
}

async function writeBundle(source: string, output: string): Promise<void> {
  await mkdir(dirname(output), { recursive: true });
  const { succeeded, said } = await runRedocly(["bundle", source, "--output", output], dirname(output));
  if (!succeeded) throw new AdoptionError(`${said}\n\n${source} cannot be bundled, see above.`);
}

async function textOf(source: string): Promise<string> {
  if (/^https?:/.test(source)) {
    const response = await fetch(source).catch(({ message, cause }: Error) => {
      throw new AdoptionError(
        `${source} cannot be fetched: ${cause instanceof Error ? cause.message : message}`,
      );
    });
    if (!response.ok)
      throw new AdoptionError(`${source} cannot be fetched: ${response.status} ${response.statusText}`);
    return response.text();
  }
  const file = await stat(source).catch(() => undefined);
  if (!file?.isFile()) throw new AdoptionError(`There is no file ${source}.`);
  return readFile(source, "utf8");
}

/** JSON is YAML too, but nobody would edit it as that. */
function isYaml(text: string): boolean {
  return !/^\s*\{/.test(text);
}
