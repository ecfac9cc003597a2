import description from "@visitors-api/spec" with { type: "json" };
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

// Neither the client's validators nor the sandbox's, so that they check each other. `format` is an annotation.
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });
const components = { $id: "description", components: description.components };
ajv.addSchema(components);

const compiled = new WeakMap<object, ValidateFunction>();

/** What is wrong with a value that a schema of the description is about; empty when nothing is. */
export function problemsOf(schema: object, value: unknown): string {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(withAbsoluteReferences(schema));
    compiled.set(schema, validate);
  }
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

function withAbsoluteReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === "$ref" ? `description${value}` : value)));
}
