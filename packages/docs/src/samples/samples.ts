import { buildModel } from "@visitors-api/codegen";
import { type Description, isObject, type Operation } from "@visitors-api/openapi";
import { withPlainNumbers } from "../plain-numbers.ts";
import type { Sample, SampleDocument } from "../reference/document.ts";
import { cut, limits } from "../reference/limits.ts";
import { buildRequests, type OperationToShow } from "./build-requests.ts";
import { credentialsOf } from "./credentials.ts";
import { languages } from "./emit/index.ts";

/** A request in one language. The last three say for which of the operation's examples it is. */
export type CodeSample = {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
  readonly mediaType?: string;
  readonly example?: string;
  /** What the example is called. */
  readonly title?: string;
};

/** Every operation that can be called, in the description's order. */
export function operationsToShow(description: Description): OperationToShow[] {
  const plain = withPlainNumbers(description);
  const { schemas } = plain;
  const model = buildModel(plain);
  return description.operations.flatMap((described, index) => {
    const operation = model.operations[index];
    const credentials = credentialsOf(described.security, model);
    return operation ? [{ described, schemas, operation, model, credentials }] : [];
  });
}

/** An operation's samples, language by language. */
export function samplesOf(shown: OperationToShow): CodeSample[] {
  const requests = buildRequests(shown);
  return languages.flatMap(({ lang, label, emit }) =>
    requests.flatMap((request): CodeSample[] => {
      const source = emit(request, shown);
      if (source === undefined) return [];
      const { mediaType, example, title } = request;
      const about = { ...(mediaType && { mediaType }), ...(example && { example }), ...(title && { title }) };
      return [{ lang, label, source, ...about }];
    }),
  );
}

/**
 * The samples of an operation, one in each language for each of its named examples. A sample that the description has of its own takes
 * the place of those with the same label (Redocly's extension `x-codeSamples`).
 */
export function sampleDocument(shown: OperationToShow): SampleDocument {
  const { described } = shown;
  const written = described.extensions["x-codeSamples"];
  const own = (Array.isArray(written) ? written : []).filter(isObject).map(
    ({ lang, label, source }): CodeSample => ({
      lang: String(lang ?? ""),
      label: String(label ?? lang ?? ""),
      source: String(source ?? ""),
    }),
  );
  const made = samplesOf(shown);
  const samples = [...made.filter(({ label }) => !own.some((sample) => sample.label === label)), ...own];
  const labels = [...new Set(samples.map(({ label }) => label))];
  const titles = new Map(made.map((sample) => [exampleKey(sample), titleOf(described, sample)]));
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
function titleOf({ requestBody }: Operation, { mediaType = "", title = "" }: CodeSample): string {
  const isOneOfMany = requestBody !== undefined && requestBody.content.length > 1;
  return [title, isOneOfMany ? mediaType : ""].filter(Boolean).join(", ");
}
