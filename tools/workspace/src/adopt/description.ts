import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { runNode } from "@visitors-api/machine/run";
import { type Description, isDocument, readDescription } from "@visitors-api/openapi";
import { parse } from "yaml";
import { runRedocly } from "../redocly.ts";
import { root } from "../root.ts";
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
 * @param folder For what is read on the way; whoever asked removes it.
 * @throws {AdoptionError} when it cannot be read, or is not OpenAPI 3.0 or 3.1.
 */
export async function bringDescription(source: string, folder: string): Promise<Brought> {
  const written = await textOf(source);
  const bundled = join(folder, "openapi.yaml");
  const { succeeded, said } = await runRedocly(["bundle", source, "--output", bundled], folder);
  if (!succeeded) throw new AdoptionError(`${said}\n\n${source} cannot be read, see above.`);
  const bundle = join(folder, "openapi.json");
  const made = await runNode(join(root, "spec/bundle.ts"), [bundled, "--output", bundle], { cwd: folder });
  if (made.status !== 0) {
    throw new AdoptionError(
      `${made.output.trim()}\n\n${source} is no description that can be used, see above.`,
    );
  }
  const text = await readFile(bundled, "utf8");
  const document: unknown = JSON.parse(await readFile(bundle, "utf8"));
  const isWhole = isYaml(written) && isDeepStrictEqual(parseOrUndefined(written), parse(text));
  if (isWhole) await writeFile(bundled, written);
  return {
    yaml: isWhole ? written : text,
    isBundled: !isWhole,
    description: described(document, source),
    file: bundled,
  };
}

function described(document: unknown, source: string): Description {
  if (!isDocument(document)) {
    throw new AdoptionError(`${source} is no OpenAPI 3.0 or 3.1: its \`openapi\` is not 3.0.x or 3.1.x.`);
  }
  const description = readDescription(document);
  if (description.operations.length > 0) return description;
  throw new AdoptionError(`${source} has no operation, and a client without a method is none.`);
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

function parseOrUndefined(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
