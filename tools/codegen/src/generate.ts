import { join, relative, resolve, sep } from "node:path";
import { type Description, normalizeDocument, readNormalized } from "@visitors-api/openapi";
import { type LoadOptions, loadWithPlaces, type Problem } from "./load/load.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/model.ts";
import { format } from "./write/format.ts";
import { compare, type Difference } from "./write/write.ts";

/** In characters: what is shorter is formatted in less time than a process takes to start. */
const worthAProcess = 100_000;

const runtime = join(import.meta.dirname, "../../../packages/client/src/runtime/index.ts");

export interface Generated {
  /** What the description says. */
  readonly description: Description;
  readonly model: Model;
  /** What is not as it should be and makes no difference or, if lenient, how mistakes are read. */
  readonly warnings: readonly Problem[];
  /** What is named or read otherwise than the description has it. */
  readonly notes: readonly Problem[];
  /** The text of each file by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** What differs from the output folder. */
  readonly differences: readonly Difference[];
}

/**
 * Makes a client's sources from a description, without writing them.
 *
 * @param path An OpenAPI 3.0 or 3.1 document.
 * @param output The folder that the sources are for.
 * @param options Whether mistakes that have one sensible reading become warnings.
 * @throws {DescriptionError} when the description cannot be used.
 * @throws {OutputError} when the folder holds something that must not be overwritten.
 */
export async function generate(path: string, output: string, options?: LoadOptions): Promise<Generated> {
  const { description: document, warnings, placeAt } = await loadWithPlaces(path, options);
  const normalized = normalizeDocument(document);
  const description = readNormalized(document, normalized);
  const model = buildModel(description);
  // With the compiler, which takes as long to load as all the rest: mistakes are told of without it.
  const { emit } = await import("./emit/index.ts");
  const formatted: ReturnType<typeof format>[] = [];
  let unformatted = new Map<string, string>();
  let size = 0;
  for (const part of emit(normalized, description, model, runtimeSpecifier(output))) {
    for (const [file, source] of part) {
      unformatted.set(file, source);
      size += source.length;
    }
    if (size < worthAProcess) continue;
    // Not one after the other: it is formatted, by another process, while the next part is printed.
    formatted.push(format(unformatted));
    unformatted = new Map();
    size = 0;
  }
  if (unformatted.size > 0) formatted.push(format(unformatted));
  const files = new Map((await Promise.all(formatted)).flatMap((part) => [...part]));
  const notes = model.notices.map(({ message, pointer }) => ({ ...placeAt(pointer), message }));
  const differences = await compare(resolve(output), files);
  return { description, model, warnings, notes, files, differences };
}

/** Generated code stands beside the client's run time, or finds it from wherever it is. */
function runtimeSpecifier(output: string): string {
  return relative(resolve(output), runtime).split(sep).join("/");
}
