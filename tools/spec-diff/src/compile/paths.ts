import {
  allParts,
  errorResponses,
  type MediaType,
  type Operation,
  type Schema,
  type SchemaObject,
  type Schemas,
  successResponses,
} from "@visitors-api/openapi";
import type { Prepared } from "../read/read.ts";
import type { Assertion } from "./assertions.ts";

/** The names of properties, and `[]` for an item. */
export type Path = readonly string[];

/** Deeper than this nobody is told where it is, nor of more places than these. */
const deepest = 5;
const most = 300;

/** The ways to the parts of what an operation takes or answers, from the outside in. */
export function pathsOf(
  { part, method: name }: Pick<Assertion, "part" | "method">,
  { description, model }: Prepared,
): Path[] {
  const index = model.operations.findIndex((operation) => operation.name === name);
  const [operation, method] = [description.operations[index], model.operations[index]];
  if (!operation || !method) return [];
  const within = (schema: Schema | undefined, path: Path = []) =>
    schema === undefined ? [] : pathsIn(schema, description.schemas, path);
  const ofBody = (content: readonly MediaType[], path?: Path) =>
    content.flatMap(({ schema }) => within(schema, path));
  const ofParameters = (isWanted: (parameter: Operation["parameters"][number]) => boolean) =>
    operation.parameters
      .filter(isWanted)
      .flatMap((parameter) => [[parameter.name], ...within(parameter.schema, [parameter.name])]);
  switch (part) {
    case "input": {
      const grouped = method.input.body?.grouped;
      const content = operation.requestBody?.content ?? [];
      const body = grouped ? [["body"], ...ofBody(content, ["body"])] : ofBody(content);
      return [...ofParameters((parameter) => parameter.in !== "header"), ...body].slice(0, most);
    }
    case "headers":
      return ofParameters((parameter) => parameter.in === "header").slice(0, most);
    default: {
      const find = part === "output" ? successResponses : errorResponses;
      return find(operation.responses)
        .flatMap(({ content }) => ofBody(content))
        .slice(0, most);
    }
  }
}

function pathsIn(schema: Schema, schemas: Schemas, path: Path, around: readonly SchemaObject[] = []): Path[] {
  if (path.length >= deepest) return [];
  const own = facets(schema, schemas);
  const below = (step: string, child: Schema): Path[] => {
    // What is within itself is told further out.
    const isAround = facets(child, schemas).some((facet) => around.includes(facet) || own.includes(facet));
    return isAround
      ? []
      : [[...path, step], ...pathsIn(child, schemas, [...path, step], [...around, ...own])];
  };
  return own.flatMap(({ properties = {}, items }) => [
    ...Object.entries(properties).flatMap(([name, property]) => below(name, property)),
    ...(items === undefined ? [] : below("[]", items)),
  ]);
}

/** All that is said of a value, whichever alternative it is. */
function facets(schema: Schema, schemas: Schemas, seen = new Set<Schema>()): SchemaObject[] {
  return allParts(schema, schemas, seen).flatMap((part) => [
    part,
    ...[...(part.anyOf ?? []), ...(part.oneOf ?? [])].flatMap((member) => facets(member, schemas, seen)),
  ]);
}
