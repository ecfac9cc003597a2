import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { generate } from "@visitors-api/codegen/generate";
import { DescriptionError, type Problem } from "@visitors-api/codegen/load";
import type { Api } from "@visitors-api/release/api";
import { root } from "../root.ts";
import { AdoptionError } from "./adoption-error.ts";
import type { Brought } from "./description.ts";
import { remove } from "./files.ts";

const sources = "packages/client/src/generated";

export interface Client {
  /** The text of each source by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** What is read or named otherwise than the description has it, each with its place. */
  readonly notes: readonly string[];
}

/**
 * Makes the client's sources.
 *
 * @param lenient Whether mistakes that have one sensible reading are read so.
 * @throws {AdoptionError} when no client can be generated.
 */
export async function makeClient(
  { file, bundle }: Pick<Brought, "file" | "bundle">,
  lenient: boolean,
): Promise<Client> {
  const output = join(root, sources);
  try {
    const made = await generate(bundle, output, { lenient });
    // What is said of the description has its places there, and not in what it was bundled to.
    const { warnings, notes } = bundle === file ? made : await generate(file, output, { lenient });
    return { files: made.files, notes: [...warnings, ...notes].map((problem) => told(problem, file)) };
  } catch (error) {
    throw error instanceof DescriptionError ? refusal(error, file, lenient) : error;
  }
}

/** Writes the sources into another repository, in the name of its generator. */
export async function writeClient(
  folder: string,
  { files }: Client,
  { from, to }: { readonly from: Api; readonly to: Api },
): Promise<void> {
  await remove(folder, [sources]);
  await mkdir(join(folder, sources), { recursive: true });
  for (const [name, text] of files) {
    // The first line says which generator it was.
    const [line = ""] = text.split("\n", 1);
    await writeFile(
      join(folder, sources, name),
      line.replace(from.scope, to.scope) + text.slice(line.length),
    );
  }
}

function refusal({ problems }: DescriptionError, file: string, lenient: boolean): AdoptionError {
  return new AdoptionError(
    `${problems.map((problem) => told(problem, file)).join("\n")}\n\nNo client can be generated from the description, see above.` +
      (lenient ? "" : " --lenient reads mistakes that have one sensible reading so."),
  );
}

/** @param description The file that the description begins with. */
function told({ file, line, column, message }: Problem, description: string): string {
  return `${relative(dirname(description), file)}:${line}:${column}: ${message.replaceAll(/\s*\n\s*/g, " ")}`;
}
