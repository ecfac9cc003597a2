import { resolve as resolvePath } from "node:path";
import { isObject, type JsonObject, pointerKeys } from "@visitors-api/openapi";
import { check } from "./check.ts";
import { Files } from "./files/files.ts";
import { isUrl } from "./files/location.ts";
import { Findings } from "./findings.ts";

import { type Place, type PlaceOf, Places } from "./places.ts";

import { byPlace, DescriptionError, type Problem } from "./problem.ts";
import { bundle } from "./references/bundle.ts";
import { readReferredFiles } from "./references/read-referred.ts";
import { checkSize } from "./size.ts";
import { readVersion } from "./version.ts";

export type { Place, PlaceOf } from "./places.ts";
export { DescriptionError, formatProblem, type Problem } from "./problem.ts";

export interface LoadOptions {
  /** Whether mistakes that have one sensible reading become warnings, and are read so. Default: false. */
  readonly lenient?: boolean;
  /** Called with the absolute path or URL of each file before it is read, whether it can be or not. */
  readonly onRead?: (file: string) => void;
}

export interface Loaded {
  /** In one document: every `$ref` points into it. */
  readonly description: JsonObject;
  /** What is not as it should be and makes no difference or, if lenient, how mistakes are read. */
  readonly warnings: readonly Problem[];
  readonly placeOf: PlaceOf;
  /**
   * The place of what a JSON Pointer as a URI fragment (RFC 6901 § 6) leads to in the description, or of the nearest
   * thing around it that somebody wrote.
   */
  readonly placeAt: (pointer: string) => Place;
}

/**
 * Reads a description, follows its references into other files, and checks what the generator relies on.
 *
 * @param path An OpenAPI 3.0 or 3.1 document, YAML or JSON: a file or a URL.
 * @returns The description in one document: every `$ref` points into it.
 * @throws {DescriptionError} with every mistake and its place.
 */
export async function loadDescription(path: string, options?: LoadOptions): Promise<JsonObject> {
  return (await loadWithPlaces(path, options)).description;
}

/**
 * As `loadDescription`, and tells where in which file each part of the description was written, and what is odd about
 * it.
 */
export async function loadWithPlaces(
  path: string,
  { lenient = false, onRead }: LoadOptions = {},
): Promise<Loaded> {
  const places = new Places();
  const files = new Files(places, onRead);
  const root = await files.readRoot(isUrl(path) ? path : resolvePath(path));
  const findings = new Findings(root.parsed, places, lenient);
  const version = readVersion(root, places, findings);

  const isToBundle = await readReferredFiles(root, files, places);
  const dangling = isToBundle ? bundle(root, files, places) : new Map();
  const tooLarge = checkSize(root.parsed, places);
  if (tooLarge) throw new DescriptionError([tooLarge]);
  check(root.parsed, dangling, { findings, places, version });
  const problems = [...files.problems, ...findings.errors];
  if (problems.length > 0) throw new DescriptionError(problems.sort(byPlace));

  return {
    // Every object in it has been checked against the specification's types.
    description: root.parsed as JsonObject,
    warnings: findings.warnings,
    placeOf: places.placeOf,
    placeAt: (pointer) => placeAt(root.parsed, pointer, places.placeOf),
  };
}

/**
 * The files that a description is in, the one that it begins with first: absolute paths, and URLs. Of one that cannot be used, those
 * that were read before that was clear.
 */
export async function filesOf(path: string): Promise<string[]> {
  const files: string[] = [];
  try {
    await loadWithPlaces(path, { lenient: true, onRead: (file) => files.push(file) });
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
  }
  return files;
}

/** As `Loaded.placeAt`, of any document whose parts have places. */
export function placeAt(document: object, pointer: string, placeOf: PlaceOf): Place {
  let node: unknown = document;
  let place = placeOf(document);
  for (const key of pointerKeys(pointer)) {
    if (!isObject(node) && !Array.isArray(node)) break;
    place = placeOf(node, key) ?? place;
    // A list has numbers for keys, and an object has names.
    node = (node as Record<string, unknown>)[key];
    if (typeof node === "object" && node !== null) place = placeOf(node) ?? place;
  }
  if (!place) throw new Error("The description itself has been written somewhere.");
  return place;
}
