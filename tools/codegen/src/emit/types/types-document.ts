import {
  isJson,
  isObject,
  isReference,
  type JsonObject,
  mapSchemas,
  mapValues,
  methods,
  type NormalizedDocument,
  resolve,
  type Schema,
  type Schemas,
} from "@visitors-api/openapi";
import type { Operation } from "../../model/model.ts";
import { withDatedDeprecation } from "./dated-deprecation.ts";
import { typesSchema } from "./types-schema.ts";

/**
 * The document that openapi-typescript is asked for the types of: it says what the description says, in those words that
 * openapi-typescript reads rightly. This and `types.ts` are the one seam to it; nothing else knows what it gets wrong.
 *
 * @param operations The model's, in the order of the document's.
 */
export function typesDocument(
  { document }: NormalizedDocument,
  schemas: Schemas,
  operations: readonly Operation[],
): JsonObject {
  const simplified = mapSchemas(document, (schema: Schema) => typesSchema(schema, schemas));
  const components = isObject(simplified["components"]) ? simplified["components"] : {};
  // A component that stands for another is that one: openapi-typescript looks only where a schema leads.
  const component = (kind: string, change: (node: JsonObject) => JsonObject) =>
    map(components, kind, (node) => change(isReference(node) ? resolve<JsonObject>(simplified, node) : node));
  const paths = new Map<string, JsonObject>();
  for (const { path, method, id } of operations) {
    const operation = at(simplified, "paths", path, method);
    const complete: JsonObject = {
      ...operation,
      operationId: id,
      parameters: parametersOf(operation["parameters"]),
      ...map(operation, "responses", withHeaders(simplified)),
    };
    paths.set(path, { ...paths.get(path), [method]: withDatedDeprecation(complete) });
  }
  return {
    ...simplified,
    paths: Object.fromEntries(paths),
    ...map(simplified, "webhooks", withoutIds),
    components: {
      ...components,
      ...component("parameters", parameterOf),
      ...component("headers", withDatedDeprecation),
      ...component("requestBodies", (body) => body),
      ...component("responses", withHeaders(simplified)),
      ...map(components, "pathItems", withoutIds),
    },
  };
}

function at(node: JsonObject, ...keys: readonly string[]): JsonObject {
  return keys.reduce<JsonObject>((parent, key) => {
    const child = parent[key];
    return isObject(child) ? child : {};
  }, node);
}

function map(parent: JsonObject, key: string, change: (node: JsonObject) => JsonObject): JsonObject {
  if (!isObject(parent[key])) return {};
  return { [key]: mapValues(parent[key], (node) => (isObject(node) ? change(node) : node)) };
}

/** Only what is called needs a type of its own, and what two paths share would have the same one twice. */
function withoutIds(item: JsonObject): JsonObject {
  const operations = methods.flatMap((method) => {
    const operation = item[method];
    if (!isObject(operation)) return [];
    const { operationId: _, ...rest } = operation;
    return [[method, rest] as const];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

function parametersOf(parameters: unknown): unknown[] {
  return (Array.isArray(parameters) ? parameters : []).filter(isObject).map(parameterOf);
}

function parameterOf(parameter: JsonObject): JsonObject {
  return withDatedDeprecation(withSchema(parameter));
}

/** A response whose headers say beside a reference too that they are deprecated: openapi-typescript does not look where it leads. */
function withHeaders(document: JsonObject): (response: JsonObject) => JsonObject {
  const headerOf = (header: JsonObject): JsonObject => {
    if (!isReference(header)) return withDatedDeprecation(header);
    const {
      deprecated,
      "x-deprecated-since": since,
      "x-sunset": sunset,
    } = resolve<JsonObject>(document, header);
    return withDatedDeprecation({ ...header, deprecated, "x-deprecated-since": since, "x-sunset": sunset });
  };
  return (response) => ({ ...response, ...map(response, "headers", headerOf) });
}

/** openapi-typescript takes a parameter that has `content` for a string; its value is what the content's schema says. */
function withSchema(parameter: JsonObject): JsonObject {
  if (parameter["schema"] !== undefined || !isObject(parameter["content"])) return parameter;
  const [content] = Object.entries(parameter["content"]);
  if (content === undefined || !isJson(content[0])) return parameter;
  const { schema = {} } = isObject(content[1]) ? content[1] : {};
  return { ...parameter, schema };
}
