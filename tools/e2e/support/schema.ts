import type { Schema } from "@visitors-api/openapi";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { description } from "./description.ts";

// Neither the client's validators nor the sandbox's, so that they check each other. `format` is an annotation.
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });
ajv.addSchema({ $id: "description", components: { schemas: description.schemas } });

const compiled = new Map<Schema, ValidateFunction>();

/** What is wrong with a value that a schema of the description is about; empty when nothing is. */
export function problemsOf(schema: Schema, value: unknown): string {
  const validate = compiled.get(schema) ?? ajv.compile(withAbsoluteReferences(schema));
  compiled.set(schema, validate);
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

function withAbsoluteReferences(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === "$ref" ? `description${value}` : value)));
}
