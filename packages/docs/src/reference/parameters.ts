import type { Header, Parameter } from "@visitors-api/openapi";
import { anchorPart } from "./anchors.ts";
import { deprecationWords } from "./deprecation.ts";
import { code, type Fact, type Field, labelled, type ParameterGroup } from "./document.ts";
import { exampleDocuments, externalExampleFacts } from "./examples.ts";
import { describeField } from "./schema/describe-schema.ts";
import type { Place, Walk } from "./walk.ts";

/** In the order of OpenAPI 3.1 § 4.8.12.1. */
const places = ["path", "query", "header", "cookie"] as const;

/** The parameters of an operation, by place. */
export function parameterGroups(
  walk: Walk,
  parameters: readonly Parameter[],
  anchor: string,
): ParameterGroup[] {
  return places.flatMap((place): ParameterGroup[] => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return [];
    const section = walk.anchors.take(`${anchor}-${place}`);
    const fields = here.map((parameter) =>
      parameterField(walk, parameter, {
        anchor: `${section}-${anchorPart(parameter.name)}`,
        direction: "request",
        usual: place === "query" || place === "cookie" ? "form" : "simple",
      }),
    );
    return [
      { anchor: section, title: `${place.charAt(0).toUpperCase()}${place.slice(1)} parameters`, fields },
    ];
  });
}

/** Headers of a response (OpenAPI 3.1 § 4.8.21). */
export function headerFields(walk: Walk, headers: readonly Header[], anchor: string): Field[] {
  return headers.map((header) =>
    parameterField(walk, header, {
      anchor: `${anchor}-header-${anchorPart(header.name)}`,
      direction: "response",
      usual: "simple",
    }),
  );
}

type Described = Header | Parameter;

function parameterField(
  walk: Walk,
  parameter: Described,
  { usual, ...at }: Pick<Place, "anchor" | "direction"> & { usual: string },
): Field {
  const { name, required, schema, examples, externalExamples, description } = parameter;
  const [example, ...more] = examples;
  const isShort =
    example !== undefined && more.length === 0 && !isStructured(example.value) && !example.summary;
  const field = describeField(
    walk,
    { name, required, schema, examples: isShort ? [] : exampleDocuments(walk, examples) },
    { ...at, separator: ".", trail: new Map() },
  );
  const facts: Fact[] = [
    ...field.schema.facts,
    ...(isShort ? [labelled("Example", [example.value])] : []),
    ...externalExampleFacts(externalExamples),
    ...stylesOf(parameter, usual),
  ];
  return {
    ...field,
    schema: {
      ...field.schema,
      description: walk.markdown(description) ?? field.schema.description,
      deprecated: deprecationWords(parameter) ?? field.schema.deprecated,
      facts: distinct(facts),
    },
  };
}

function isStructured(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** A parameter and its schema often give the same example. */
function distinct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** How a value is written, where it is not written as one would expect. */
function stylesOf(parameter: Described, usual: string): Fact[] {
  const { mediaType, style, explode, allowReserved } = parameter;
  if (mediaType !== undefined) return [["Written as ", code(mediaType)]];
  return [
    ...(style === usual ? [] : [labelled("Written in the style", [style])]),
    ...(explode === (style === "form") ? [] : [[explode ? "Each value by itself" : "All values together"]]),
    ...(allowReserved ? [["Reserved characters stay as they are"]] : []),
    ...("allowEmptyValue" in parameter && parameter.allowEmptyValue ? [["May be empty"]] : []),
  ];
}
