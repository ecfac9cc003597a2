import { type Description, isHidden, isObject, type Schema, type Schemas } from "@visitors-api/openapi";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** Tells whether a value is what a schema says of requests. Not the sandbox's own validator, so that the two check each other. */
export type Judge = (schema: Schema | undefined, value: unknown) => boolean;

export function judgeOf({ schemas }: Description): Judge {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    // That takes longer than all that is asked.
    code: { optimize: false },
  });
  ajv.addSchema({ $id: "description", components: { schemas: inRequests(schemas, schemas) } });
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema, value) => {
    if (schema === undefined) return true;
    let validate = compiled.get(schema);
    if (validate === undefined) {
      validate = ajv.compile(inRequests(schema, schemas) as object | boolean);
      compiled.set(schema, validate);
    }
    return validate(value);
  };
}

/** OpenAPI 3.1 § 4.8.24: what is `readOnly` is not required of a request. References lead to the whole description. */
function inRequests(part: unknown, schemas: Schemas): unknown {
  if (Array.isArray(part)) return part.map((item) => inRequests(item, schemas));
  if (!isObject(part)) return part;
  const { properties, required, discriminator: _, ...rest } = part;
  const own = isObject(properties) ? properties : {};
  const isOfResponse = (name: unknown) => {
    const property = Object.hasOwn(own, String(name)) ? own[String(name)] : undefined;
    // What stands below `properties` in a normalized description is a schema.
    return property !== undefined && isHidden(property as Schema, "request", schemas);
  };
  const entries = Object.entries({
    ...rest,
    ...(properties !== undefined && { properties }),
    ...(Array.isArray(required) && { required: required.filter((name) => !isOfResponse(name)) }),
  });
  return Object.fromEntries(
    entries.map(([key, value]) =>
      key === "$ref" ? [key, `description${value}`] : [key, inRequests(value, schemas)],
    ),
  );
}
