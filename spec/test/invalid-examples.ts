import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { at, isObject, type Json, type JsonObject } from "./bundled.ts";
import { type DescribedExample, describedExamples } from "./described-examples.ts";

/** Validates against a description's schemas as JSON Schema 2020-12 does, to which `format` is an annotation. */
export function validator(of: JsonObject): (example: DescribedExample) => string[] {
  // OpenAPI adds keywords (example, discriminator, …), which strict mode would refuse.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true });
  ajv.addSchema(of, "description");
  return ({ schema, value }) => {
    const fragment = schema.split("/").map(encodeURIComponent).join("/");
    const validate = ajv.compile({ $ref: `description#${fragment}` });
    return validate(value) ? [] : (validate.errors ?? []).map(shown);
  };
}

const shown = ({ instancePath, message }: ErrorObject): string => `${instancePath} ${message}`.trim();

/** The problems of every example of a description that does not satisfy its schema, by its JSON pointer. */
export function invalidExamples(of: JsonObject): Record<string, string[]> {
  const validate = validator(of);
  const problems = [...describedExamples(of)].map((example) => [example.pointer, validate(example)] as const);
  return Object.fromEntries(problems.filter(([, found]) => found.length > 0));
}

/** A copy of a description with one value changed. */
export function changed(description: JsonObject, pointer: string, value: Json): JsonObject {
  const copy = structuredClone(description);
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  const parent = at(copy, pointer.slice(0, pointer.lastIndexOf("/")));
  if (!isObject(parent) || !(key in parent)) throw new Error(`Nothing to change at ${pointer}`);
  parent[key] = value;
  return copy;
}
