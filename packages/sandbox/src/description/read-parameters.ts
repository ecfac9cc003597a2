import { createValidate } from "../validation/validate.ts";
import { isJsonObject, type JsonObject, objectOrEmpty } from "./json-object.ts";
import type { Parameter, ParameterLocation } from "./model.ts";
import { readExamples } from "./read-content.ts";
import { resolve } from "./reference.ts";
import { sample } from "./sample.ts";
import { typesOf } from "./schema-types.ts";

// OpenAPI 3.1 § 4.8.12.2: parameters of these names are ignored; other parts of the document describe them.
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Reads the parameters of a path and of an operation; one of the operation's replaces its namesake (§ 4.8.10). */
export function readParameters(document: JsonObject, ofPath: unknown, ofOperation: unknown): Parameter[] {
  const byIdentity = new Map<string, Parameter>();
  for (const list of [ofPath, ofOperation]) {
    if (!Array.isArray(list)) continue;
    for (const value of list) {
      const parameter = readParameter(document, objectOrEmpty(resolve(document, value)));
      if (parameter) byIdentity.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...byIdentity.values()];
}

function readParameter(document: JsonObject, parameter: JsonObject): Parameter | undefined {
  const name = String(parameter["name"]);
  const location = parameter["in"];
  if (!isLocation(location)) return undefined;
  if (location === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;

  const [mediaType, content] = Object.entries(objectOrEmpty(parameter["content"]))[0] ?? [
    undefined,
    undefined,
  ];
  const schema = mediaType === undefined ? parameter["schema"] : objectOrEmpty(content)["schema"];
  const resolved = objectOrEmpty(resolve(document, schema));
  const style = String(
    parameter["style"] ?? (location === "query" || location === "cookie" ? "form" : "simple"),
  );
  const [example] = readExamples(document, parameter).values();
  return {
    name,
    in: location,
    required: location === "path" || parameter["required"] === true,
    style,
    explode: typeof parameter["explode"] === "boolean" ? parameter["explode"] : style === "form",
    mediaType,
    types: typesOf(document, schema),
    itemTypes: typesOf(document, resolved["items"]),
    propertyTypes: new Map(
      Object.entries(objectOrEmpty(resolved["properties"])).map(([key, value]) => [
        key,
        typesOf(document, value),
      ]),
    ),
    example: example ?? (isJsonObject(schema) ? sample(document, schema) : undefined),
    validate: createValidate(document, schema, "request"),
  };
}

function isLocation(value: unknown): value is ParameterLocation {
  return value === "path" || value === "query" || value === "header" || value === "cookie";
}
