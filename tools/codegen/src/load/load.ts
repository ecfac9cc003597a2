import { stat } from "node:fs/promises";
import { resolve as resolvePath } from "node:path";
import {
  BaseResolver,
  bundle,
  createConfig,
  type Document,
  getLineColLocation,
  lintDocument,
  type NormalizedProblem,
  YamlParseError,
} from "@redocly/openapi-core";
import type { JsonObject } from "@visitors-api/openapi";
import { findCircularReferences } from "./circular.ts";
import { nameMappedSchemas } from "./discriminators.ts";
import { type PlaceOf, recordPlaces } from "./places.ts";
import { DescriptionError, type Problem } from "./problem.ts";
import { plugin, rules } from "./rules/index.ts";
import { parseProblem } from "./rules/references-resolved.ts";
import { checkVersion } from "./version.ts";

export type { Place, PlaceOf } from "./places.ts";
export { DescriptionError } from "./problem.ts";

/**
 * Reads a description, follows its references into other files, and checks what the generator relies on.
 *
 * @param path An OpenAPI 3.0 or 3.1 document, YAML or JSON.
 * @returns The description in one document: every `$ref` points into it.
 * @throws {DescriptionError} with every mistake and its place.
 */
export async function loadDescription(path: string): Promise<JsonObject> {
  return (await loadWithPlaces(path)).description;
}

/** As `loadDescription`, and tells where in which file each part of the description was written. */
export async function loadWithPlaces(path: string): Promise<{ description: JsonObject; placeOf: PlaceOf }> {
  const file = resolvePath(path);
  const config = await createConfig({ plugins: [plugin], rules });
  const resolver = new BaseResolver();

  const document = await readDocument(file, resolver);
  checkVersion(document);
  nameMappedSchemas(document);

  const problems = await lintDocument({
    document,
    config: config.styleguide,
    externalRefResolver: resolver,
  }).catch(async (error: unknown) => {
    const circular = await findCircularReferences(resolver);
    // Redocly's own walk ends on names such as `hasOwnProperty`, and on aliases that multiply without end.
    const message = `The linter cannot walk this description: ${error instanceof Error ? error.message : error}.`;
    throw new DescriptionError(circular.length > 0 ? circular : [{ file, line: 1, column: 1, message }]);
  });
  refuse(problems);

  // Bundling moves what other files hold into this one.
  const placeOf = await recordPlaces(document, resolver);
  // The linter has checked both against the specification's types.
  if (resolver.getFiles().size === 1) return { description: document.parsed as JsonObject, placeOf };
  const bundled = await bundle({ config, doc: document, externalRefResolver: resolver, dereference: false });
  refuse(bundled.problems);
  return { description: bundled.bundle.parsed as JsonObject, placeOf };
}

async function readDocument(file: string, resolver: BaseResolver): Promise<Document> {
  const fail = (message: string): never => {
    throw new DescriptionError([{ file, line: 1, column: 1, message }]);
  };
  const found = await stat(file).catch(() => undefined);
  if (!found) return fail("There is no such file. Give the path of a description.");
  if (!found.isFile()) return fail("This is not a file. Give the path of a description.");
  try {
    const document = await resolver.resolveDocument(null, file, true);
    if (document instanceof Error) throw document;
    return document;
  } catch (error) {
    if (error instanceof YamlParseError) {
      const { message, location } = parseProblem(error);
      const { line, col } = location.start;
      throw new DescriptionError([{ file, line, column: col, message }]);
    }
    return fail(`It cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

/** Structural oddities that change nothing the generator reads. Public descriptions are full of them. */
const harmless = [
  /^Property `.*` is not expected here/,
  /^The field `.*` is not allowed here/,
  /^The `type` field must be defined when the `nullable` field is used/,
  /^The field `(authorizationUrl|description|flows|info|openIdConnectUrl|responses|scopes|title|tokenUrl|version)` must be present/,
  // Redocly knows of `true` and `false` as schemas in some places only.
  /^Expected type `Schema` \(object\) but got `boolean`/,
  /^Must contain at least one of the following fields: schema, content/,
];

/** Places that the generator reads nothing from, and keywords that only validators read. */
const unread =
  /^#\/(externalDocs|info|tags)\b|\/(exclusiveMaximum|exclusiveMinimum|format|max\w+|min\w+|multipleOf|pattern|uniqueItems)$/;

function isHarmless({ ruleId, message, location: [place] }: NormalizedProblem): boolean {
  if (ruleId !== "struct") return false;
  const pointer = place?.pointer ?? "";
  // Redocly mistakes what every object inherits for what its types say of a property.
  if (/\/constructor$/.test(pointer)) return true;
  // A path without its slash is a slip of the pen, and an operation lost.
  if (/^#\/paths\/[^/]+$/.test(pointer)) return false;
  return unread.test(pointer) || harmless.some((oddity) => oddity.test(message));
}

function refuse(problems: readonly NormalizedProblem[]): void {
  const fatal = problems.filter((problem) => problem.severity === "error" && !isHarmless(problem));
  if (fatal.length === 0) return;
  // What many places refer to is reported from each of them.
  const unique = new Map<string, Problem>();
  for (const { message, location } of fatal) {
    const place = location[0];
    if (!place) throw new Error(`A rule reported no place: ${message}`);
    const { line, col } = getLineColLocation(place).start;
    const problem = { file: place.source.absoluteRef, line, column: col, message };
    unique.set(JSON.stringify(problem), problem);
  }
  throw new DescriptionError([...unique.values()].sort(byPlace));
}

function byPlace(a: Problem, b: Problem): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
}
