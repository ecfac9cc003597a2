import fc from "fast-check";
import { type Schema, type SchemaObject, type Schemas, schemaName, type TypeName } from "../../src/index.ts";
import { sample } from "../../src/sample/sample.ts";
import { character } from "./character.ts";

const annotations = ["title", "description", "example", "examples", "default", "deprecated", "format"];
const keywords = [
  "$ref",
  "type",
  "const",
  "enum",
  "anyOf",
  "oneOf",
  "items",
  "required",
  "properties",
  "additionalProperties",
];

/** Every UTF-16 code unit, halves of a character among them, with those that are easily got wrong more often. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: character }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)))
      .map((c) => c.join("")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "\0", "\u2028", "\ud800", "\udc00", "\ufeff", "null", "{{id}}", "{id}"),
  },
);

/** Names of properties, among them those that objects have anyway. */
export const name: fc.Arbitrary<string> = fc.oneof(
  text,
  fc.constantFrom(
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "toJSON",
    "then",
    "length",
    "body",
    "0",
  ),
);

/** What JSON can say of numbers. */
export const number: fc.Arbitrary<number> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53, 1e21, 1e-7),
);

/**
 * Values that a schema allows in a request, in all its variants. An object has only properties that are described. Of a schema with
 * a keyword that no values are made for, such as a pattern, and of a component that stands in itself, there is one.
 *
 * @param schemas The components.
 */
export function valuesOf(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  return new SchemaValues(schemas).of(schema, []);
}

class SchemaValues {
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  /** @param around The components that the schema stands in. */
  of(schema: Schema, around: readonly string[]): fc.Arbitrary<unknown> {
    if (typeof schema === "boolean") return json;
    const isKnown = Object.keys(schema).every((keyword) => [...annotations, ...keywords].includes(keyword));
    const component = schema.$ref === undefined ? undefined : (schemaName(schema.$ref) ?? "");
    if (!isKnown || (component !== undefined && around.includes(component))) {
      return fc.constant(sample(schema, { schemas: this.#schemas, direction: "request" }).value);
    }
    if (component !== undefined) return this.of(this.#schemas[component] ?? true, [...around, component]);
    if ("const" in schema) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const variants = schema.anyOf ?? schema.oneOf;
    if (variants) return fc.oneof(...variants.map((variant) => this.of(variant, around)));
    if (schema.type === undefined) return json;
    return fc.oneof(...[schema.type].flat().map((type) => this.#ofType(type, schema, around)));
  }

  #ofType(type: TypeName, schema: SchemaObject, around: readonly string[]): fc.Arbitrary<unknown> {
    switch (type) {
      case "null":
        return fc.constant(null);
      case "boolean":
        return fc.boolean();
      case "string":
        return text;
      case "number":
        return number;
      case "integer":
        return fc.maxSafeInteger();
      case "array":
        return fc.array(this.of(schema.items ?? true, around), { maxLength: 3 });
      case "object":
        return this.#objects(schema, around);
    }
  }

  #objects(
    { properties = {}, required = [], additionalProperties }: SchemaObject,
    around: readonly string[],
  ): fc.Arbitrary<object> {
    const described = fc.record(
      Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, this.of(schema, around)])),
      { requiredKeys: [...required], noNullPrototype: true },
    );
    if (!additionalProperties) return described;
    const others = fc.dictionary(name, this.of(additionalProperties, around), { maxKeys: 5 });
    // Unlike a spread, this keeps a property named __proto__ what it is.
    return fc
      .tuple(others, described)
      .map(([one, other]) => Object.fromEntries([...Object.entries(one), ...Object.entries(other)]));
  }
}

/** Any value of JSON, to a depth that people read. */
export const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false),
    number,
    text,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(name, tie("json"), { maxKeys: 4 }),
  ),
}));
