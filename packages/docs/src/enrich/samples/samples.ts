import {
  buildModel,
  type Description as CodegenDescription,
  findOperations,
  normalize,
  resolve,
} from "@visitors-api/codegen";
import { type Description, isObject, type JsonObject } from "../../description.ts";
import type { Enrichment } from "../enrich.ts";
import { buildRequests, type OperationToShow } from "./build-requests.ts";
import { languages } from "./emit/index.ts";

/** An entry of `x-codeSamples`. The last two say for which of the operation's examples it is. */
export type CodeSample = {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
  readonly mediaType?: string;
  readonly example?: string;
};

/**
 * Gives each operation request samples, one in each language for each of its named examples. A sample that the description
 * has of its own takes the place of those with the same label.
 */
export const withSamples: Enrichment = (description) => {
  for (const shown of operationsToShow(description)) {
    const operation = operationAt(description, shown.found);
    const own = Array.isArray(operation["x-codeSamples"]) ? operation["x-codeSamples"].filter(isObject) : [];
    const isOwn = (label: string): boolean =>
      own.some((sample) => (sample["label"] ?? sample["lang"]) === label);
    operation["x-codeSamples"] = [...own, ...samplesOf(shown).filter(({ label }) => !isOwn(label))];
  }
  return description;
};

/** Every operation that can be called, in the description's order. */
export function operationsToShow(original: Description): OperationToShow[] {
  // The generator's type names what it reads of a description, and it takes whatever lacks there to be left out.
  const { description } = normalize(original as CodegenDescription);
  const model = buildModel(description);
  return findOperations(description).flatMap((found, index) => {
    const operation = model.operations[index];
    return operation ? [{ found, operation, model, description }] : [];
  });
}

/** An operation's samples, language by language. */
export function samplesOf(shown: OperationToShow): CodeSample[] {
  const requests = buildRequests(shown);
  return languages.flatMap(({ lang, label, emit }) =>
    requests.flatMap((request): CodeSample[] => {
      const source = emit(request, shown);
      if (source === undefined) return [];
      const { mediaType, example } = request;
      return [{ lang, label, source, ...(mediaType && { mediaType }), ...(example && { example }) }];
    }),
  );
}

/** The operation's own object. Two paths may share a path item, and their samples differ, so each has its own from now on. */
function operationAt(description: Description, { path, method }: OperationToShow["found"]): JsonObject {
  const paths = description["paths"];
  const shared = isObject(paths) ? paths[path] : undefined;
  if (!isObject(paths) || !isObject(shared)) throw new Error(`The description has lost its path ${path}`);
  const item: JsonObject = resolve(description as CodegenDescription, shared);
  const operation = { ...objectAt(item, method) };
  paths[path] = { ...item, [method]: operation };
  return operation;
}

function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return isObject(value) ? value : {};
}
