import {
  buildModel,
  type Description as CodegenDescription,
  findOperations,
  normalize,
  resolve,
} from "@visitors-api/codegen";
import { isObject, type JsonObject, type Operation } from "@visitors-api/openapi";
import type { Sample, SampleDocument } from "../reference/document.ts";
import { cut, limits } from "../reference/limits.ts";
import { buildRequests, type OperationToShow } from "./build-requests.ts";
import { languages } from "./emit/index.ts";

/** A request in one language. The last two say for which of the operation's examples it is. */
export type CodeSample = {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
  readonly mediaType?: string;
  readonly example?: string;
};

/** Every operation that can be called, in the description's order. */
export function operationsToShow(original: JsonObject): OperationToShow[] {
  // The generator's type names what it reads of a description, and it takes whatever lacks there to be left out.
  const { description } = normalize(original as unknown as CodegenDescription);
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

/**
 * The samples of an operation, one in each language for each of its named examples. A sample that the description has of its own takes
 * the place of those with the same label (Redocly's extension `x-codeSamples`).
 */
export function sampleDocument(
  shown: OperationToShow | undefined,
  { extensions }: Operation,
): SampleDocument {
  const written = extensions["x-codeSamples"];
  const own = (Array.isArray(written) ? written : []).filter(isObject).map(
    ({ lang, label, source }): CodeSample => ({
      lang: String(lang ?? ""),
      label: String(label ?? lang ?? ""),
      source: String(source ?? ""),
    }),
  );
  const made = shown === undefined ? [] : samplesOf(shown);
  const samples = [...made.filter(({ label }) => !own.some((sample) => sample.label === label)), ...own];
  const labels = [...new Set(samples.map(({ label }) => label))];
  const titles = new Map(made.map((sample) => [exampleKey(sample), titleOf(shown, sample)]));
  const keys = [...titles.keys()];
  let room: number = limits.examples;
  const sources = samples.flatMap((sample): Sample[] => {
    const source = cut(sample.source);
    room -= source.length;
    if (room < 0) return [];
    return [{ language: labels.indexOf(sample.label), example: keys.indexOf(exampleKey(sample)), source }];
  });
  return {
    languages: labels.map((label) => ({
      label,
      lang: samples.find((sample) => sample.label === label)?.lang ?? "",
    })),
    examples: [...titles.values()],
    sources,
  };
}

function exampleKey({ mediaType = "", example = "" }: CodeSample): string {
  return `${mediaType} ${example}`;
}

/** What a reader chooses an example by. */
function titleOf(shown: OperationToShow | undefined, { mediaType = "", example }: CodeSample): string {
  const requestBody = shown?.found.operation.requestBody;
  if (shown === undefined || requestBody === undefined) return example ?? "";
  const { content = {} } = resolve(shown.description, requestBody);
  const many = Object.keys(content).length > 1;
  if (example === undefined) return many ? mediaType : "";
  const named = content[mediaType]?.examples?.[example];
  // The generator's type has no summaries.
  const { summary } = (named ? resolve(shown.description, named) : {}) as { readonly summary?: string };
  return many ? `${summary ?? example}, ${mediaType}` : (summary ?? example);
}
