import type {
  Description,
  ExampleObject,
  MediaTypeObject,
  ParameterObject,
  Schema,
} from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";

/** The first example that a description gives for a parameter or a body, or undefined. */
export function firstExample(
  description: Description,
  described: ParameterObject | MediaTypeObject,
): unknown {
  if (described.example !== undefined) return described.example;
  const [named] = Object.values(described.examples ?? {});
  if (named) return resolve<ExampleObject>(description, named).value;
  return schemaExample(description, described.schema);
}

function schemaExample(description: Description, schema: Schema | undefined): unknown {
  if (typeof schema !== "object") return undefined;
  const resolved = resolve(description, schema.$ref === undefined ? schema : { $ref: schema.$ref });
  return resolved.example ?? resolved.examples?.[0];
}
