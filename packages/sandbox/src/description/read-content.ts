import { createValidate, type Direction } from "../validation/validate.ts";
import { isJsonObject, type JsonObject, objectOrEmpty, stringOrUndefined } from "./json-object.ts";
import type { Content, MediaType } from "./model.ts";
import { resolve } from "./reference.ts";
import { sample } from "./sample.ts";

/** Reads a map of media types (OpenAPI 3.1 § 4.8.14). */
export function readContent(document: JsonObject, content: unknown, direction: Direction): Content {
  return new Map(
    Object.entries(objectOrEmpty(content)).map(([name, value]) => [
      name.toLowerCase(),
      readMediaType(document, objectOrEmpty(value), direction),
    ]),
  );
}

function readMediaType(document: JsonObject, mediaType: JsonObject, direction: Direction): MediaType {
  const schema = mediaType["schema"];
  const reference = isJsonObject(schema) ? stringOrUndefined(schema["$ref"]) : undefined;
  return {
    examples: readExamples(document, mediaType),
    schemaName: reference?.split("/").at(-1),
    validate: createValidate(document, schema, direction),
    sample: () => sample(document, schema),
  };
}

/** The examples of a media type or a parameter: `example`, or `examples` by name. */
export function readExamples(document: JsonObject, holder: JsonObject): Map<string, unknown> {
  if ("example" in holder) return new Map([["", holder["example"]]]);
  const named = new Map<string, unknown>();
  for (const [name, value] of Object.entries(objectOrEmpty(holder["examples"]))) {
    const example = resolve(document, value);
    // An `externalValue` stands elsewhere, and the sandbox fetches nothing.
    if (isJsonObject(example) && "value" in example) named.set(name, example["value"]);
  }
  return named;
}
