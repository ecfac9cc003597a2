import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DescriptionError, loadWithPlaces } from "@visitors-api/codegen/load";
import { type Description, readDescription } from "@visitors-api/openapi";
import { runRedocly } from "../redocly.ts";
import { AdoptionError } from "./adoption-error.ts";

/** A description that somebody brings along. */
export interface Brought {
  /** The text of openapi.yaml: as it was written where it was one file in YAML, or else bundled. */
  readonly yaml: string;
  readonly isBundled: boolean;
  /** What it says. */
  readonly description: Description;
  /** The file with that text. */
  readonly file: string;
}

/**
 * Reads the description that is to be adopted.
 *
 * @param source An absolute path, or a URL.
 * @param lenient Whether mistakes that have one sensible reading are read so.
 * @param folder For what is read on the way; whoever asked removes it.
 * @throws {AdoptionError} when it cannot be read, or is not OpenAPI 3.0 or 3.1.
 */
export async function bringDescription(source: string, lenient: boolean, folder: string): Promise<Brought> {
  const written = await textOf(source);
  const { description, files } = await read(source, lenient);
  const file = join(folder, "openapi.yaml");
  const isBundled = files.length > 1 || !isYaml(written);
  if (isBundled) await bundle(source, file, folder);
  else await writeFile(file, written);
  return { yaml: await readFile(file, "utf8"), isBundled, description, file };
}

interface Read {
  readonly description: Description;
  /** The description's own file, and those that it refers to: paths and URLs. */
  readonly files: readonly string[];
}

async function read(source: string, lenient: boolean): Promise<Read> {
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

async function bundle(source: string, file: string, folder: string): Promise<void> {
  const { succeeded, said } = await runRedocly(["bundle", source, "--output", file], folder);
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
