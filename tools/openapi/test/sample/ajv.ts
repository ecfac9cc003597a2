import { Ajv2020 } from "ajv/dist/2020.js";
import type { Direction, Schema, Schemas } from "../../src/index.ts";
import { isHidden } from "../../src/schema-object/direction.ts";

const document = "https://example.com/description";

/** Another validator's opinion: whether a value is valid against a schema, as it travels in a direction. */
export function validWithAjv(
  schemas: Schemas,
  direction: Direction,
): (schema: Schema, value: unknown) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    ownProperties: true,
    // 0.07 is a multiple of 0.01.
    multipleOfPrecision: 9,
    // Each is compiled for few values.
    code: { optimize: false },
    meta: false,
    validateSchema: false,
  });
  const own = (schema: unknown) => inDirection(schema, schemas, direction);
  ajv.addSchema({ $id: document, components: { schemas: own(schemas) } });
  const compiled = new Map<Schema, (value: unknown) => unknown>();
  function compile(schema: Schema) {
    // It keeps account of what is evaluated whether or not a keyword asks for it, and throws while it does now and then.
    ajv.opts.unevaluated = JSON.stringify([schema, schemas]).includes('"unevaluated');
    // It stays a schema.
    return ajv.compile(own(schema) as Schema);
  }
  return (schema, value) => {
    const validate = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, validate);
    return validate(value) === true;
  };
}

/** What is `readOnly` is required in no request, and what is `writeOnly` in no response (OpenAPI 3.0 § 4.7.24.1). */
function inDirection(schema: unknown, schemas: Schemas, direction: Direction): unknown {
  if (Array.isArray(schema)) return schema.map((item) => inDirection(item, schemas, direction));
  if (typeof schema !== "object" || schema === null) return schema;
  // Whatever is called `properties` in a schema or an example, nobody reads what is not there.
  const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, Schema>> };
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === "$ref" && typeof value === "string") return [keyword, document + value];
    if (keyword !== "required" || !Array.isArray(value))
      return [keyword, inDirection(value, schemas, direction)];
    return [keyword, value.filter((name) => !isHidden(properties[name] ?? true, direction, schemas))];
  });
  return Object.fromEntries(entries);
}
