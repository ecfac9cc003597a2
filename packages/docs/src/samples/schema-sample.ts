import { type Description, isObject, type Schema, type Schemas } from "@visitors-api/openapi";
import { sample } from "@visitors-api/openapi/sample";
import { withPlainNumbers } from "../plain-numbers.ts";

/**
 * A value that a schema allows in a request, for what the description gives no example for.
 *
 * @param schemas the components, with plain numbers.
 */
export function schemaSample(schema: Schema, schemas: Schemas): unknown {
  return sample(withPlainNumbers(schema), { schemas, direction: "request" }).value;
}

/** Makes what a response may be, for one that the description gives no example for; undefined where a sample would say nothing. */
export function responseSampler(description: Description): (schema: Schema) => unknown {
  const schemas = withPlainNumbers(description.schemas);
  // One component, such as an error, is what many operations answer.
  const made = new Map<string, unknown>();
  const make = (schema: Schema): unknown => {
    const { value } = sample(withPlainNumbers(schema), { schemas, direction: "response" });
    const isEmpty = value === null || (isObject(value) && Object.keys(value).length === 0);
    return isEmpty ? undefined : value;
  };
  return (schema) => {
    const key = typeof schema === "object" ? schema.$ref : undefined;
    if (key === undefined) return make(schema);
    if (!made.has(key)) made.set(key, make(schema));
    return made.get(key);
  };
}
