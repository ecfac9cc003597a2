import fc from "fast-check";

/** A schema as a description has it; its version and where it stands decide on what may be in it. */
export type Schema = Readonly<Record<string, unknown>>;

export type Version = "3.0" | "3.1";

const text: fc.Arbitrary<Schema> = fc.record(
  {
    type: fc.constant("string"),
    minLength: fc.integer({ min: 1, max: 4 }),
    maxLength: fc.integer({ min: 5, max: 9 }),
    pattern: fc.constantFrom("^a", "b$", "[0-9]+"),
    format: fc.constantFrom("email", "uri", "date"),
  },
  { requiredKeys: ["type"] },
);

const number: fc.Arbitrary<Schema> = fc.record(
  {
    type: fc.constantFrom("integer", "number"),
    minimum: fc.integer({ min: -5, max: 0 }),
    maximum: fc.integer({ min: 1, max: 5 }),
    multipleOf: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ["type"] },
);

const values: fc.Arbitrary<Schema> = fc.record({
  type: fc.constant("string"),
  enum: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
});

const boolean: fc.Arbitrary<Schema> = fc.constant({ type: "boolean" });

/** Kinds of schemas of which no value matches two. */
const disjoint = (one: fc.Arbitrary<Schema>) => [
  fc.oneof(text, values),
  number,
  boolean,
  arrayOf(one),
  objectOf(one),
];

const arrayOf = (one: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc.record(
    {
      type: fc.constant("array"),
      items: one,
      minItems: fc.integer({ min: 1, max: 3 }),
      uniqueItems: fc.constant(true),
    },
    { requiredKeys: ["type", "items"] },
  );

const objectOf = (one: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom("p", "q", "r"), one, fc.boolean()), {
        minLength: 1,
        selector: ([name]) => name,
      }),
      fc.option(fc.constant(false), { nil: undefined }),
    )
    .map(([properties, additionalProperties]) => {
      const required = properties.flatMap(([name, , isRequired]) => (isRequired ? [name] : []));
      return {
        type: "object",
        properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
        ...(required.length > 0 && { required }),
        ...(additionalProperties !== undefined && { additionalProperties }),
      };
    });

const unionOf = (one: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc
    .tuple(fc.constantFrom("anyOf", "oneOf"), fc.shuffledSubarray(disjoint(one), { minLength: 2 }))
    .chain(([keyword, kinds]) => fc.tuple(...kinds).map((members) => ({ [keyword]: members })));

const described = (schema: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
  fc
    .tuple(schema, fc.option(fc.constantFrom("One.", "Another."), { nil: undefined }))
    .map(([one, description]) => (description === undefined ? one : { ...one, description }));

const nullable = (schema: fc.Arbitrary<Schema>, version: Version): fc.Arbitrary<Schema> =>
  fc.tuple(schema, fc.boolean()).map(([one, isNullable]) => {
    // Beside a list of values null would have to be one of them.
    if (!isNullable || typeof one["type"] !== "string" || one["enum"] !== undefined) return one;
    return version === "3.0" ? { ...one, nullable: true } : { ...one, type: [one["type"], "null"] };
  });

/** Any schema of some depth. No two of its parts are one object: each is edited by itself. */
export function anySchema(version: Version): fc.Arbitrary<Schema> {
  const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
    schema: nullable(
      described(
        fc.oneof(
          { maxDepth: 3, depthIdentifier: "schema" },
          text,
          values,
          number,
          boolean,
          arrayOf(tie("schema")),
          objectOf(tie("schema")),
          unionOf(tie("schema")),
        ),
      ),
      version,
    ),
  }));
  return schema.map((one) => structuredClone(one));
}
