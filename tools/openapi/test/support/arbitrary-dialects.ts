import fc from "fast-check";
import { arbitraryValue, type as jsonType, limit, name, record, values } from "../values/arbitrary-schema.ts";

/** One schema, written in the dialect of OpenAPI 3.0 and in that of 3.1, which is JSON Schema 2020-12. */
export interface InBothDialects {
  readonly in30: object;
  readonly in31: object;
}

function same(keywords: object): InBothDialects {
  return { in30: keywords, in31: keywords };
}

function merged(parts: readonly InBothDialects[]): InBothDialects {
  return {
    in30: Object.assign({}, ...parts.map(({ in30 }) => in30)),
    in31: Object.assign({}, ...parts.map(({ in31 }) => in31)),
  };
}

/** A map or a list of schemas, in each dialect. */
function each<T extends Record<string, InBothDialects> | InBothDialects[]>(of: T): InBothDialects {
  const entries = Object.entries(of);
  const rebuilt = (dialect: "in30" | "in31") => {
    const schemas = entries.map(([key, schema]) => [key, schema[dialect]]);
    return Array.isArray(of) ? schemas.map(([, schema]) => schema) : Object.fromEntries(schemas);
  };
  return { in30: rebuilt("in30"), in31: rebuilt("in31") };
}

function under(keyword: string, { in30, in31 }: InBothDialects): InBothDialects {
  return { in30: { [keyword]: in30 }, in31: { [keyword]: in31 } };
}

// There is no type of null in 3.0.
const type = jsonType.filter((name) => name !== "null");

/** Limits are booleans beside a limit in 3.0, and limits themselves in 3.1. */
const exclusive = fc
  .tuple(fc.constantFrom("inimum", "aximum"), limit, fc.boolean())
  .map(([which, limit, isExclusive]): InBothDialects => {
    const [inclusive, exclusive] = [`m${which}`, `exclusiveM${which}`];
    return {
      in30: { [inclusive]: limit, [exclusive]: isExclusive },
      in31: { [isExclusive ? exclusive : inclusive]: limit },
    };
  });

/** What says something of a value in the one dialect says the same in the other: `nullable` is a type of its own. */
function nullable({ in30, in31 }: InBothDialects): InBothDialects {
  return { in30: { ...in30, nullable: true }, in31: { anyOf: [in31, { type: "null" }] } };
}

/** Schemas of all keywords that 3.0 has and that say something of a value, with references to one another (`S0` to `S4`). */
export const { schema: arbitrarySchema } = fc.letrec<{ schema: InBothDialects }>((tie) => {
  const child = tie("schema");
  const children = fc.array(child, { minLength: 1, maxLength: 3 }).map(each);
  const reference = fc.integer({ min: 0, max: 4 }).map((index) => `#/components/schemas/S${index}`);
  const keywords: fc.Arbitrary<InBothDialects>[] = [
    type.map((type) => same({ type })),
    type.map((type) => same({ type })),
    values.map((values) => same({ enum: values })),
    exclusive,
    ...["multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map(
      (keyword) =>
        limit.map((limit) => same({ [keyword]: Math.max(limit, keyword === "multipleOf" ? 1 : 0) })),
    ),
    fc.constantFrom("^a", "b$", "^.$").map((pattern) => same({ pattern })),
    fc.boolean().map((uniqueItems) => same({ uniqueItems })),
    fc.uniqueArray(name, { minLength: 1, maxLength: 2 }).map((required) => same({ required })),
    record(child).map((properties) => under("properties", each(properties))),
    child.map((items) => under("items", items)),
    child.map((not) => under("not", not)),
    fc
      .oneof(child, fc.boolean())
      .map((additional) =>
        typeof additional === "boolean"
          ? same({ additionalProperties: additional })
          : under("additionalProperties", additional),
      ),
    ...["allOf", "anyOf", "oneOf"].map((keyword) => children.map((list) => under(keyword, list))),
    fc.constantFrom("description", "title", "x-a").map((keyword) => same({ [keyword]: "a" })),
    arbitraryValue.map((example) => ({ in30: { example }, in31: { examples: [example] } })),
    fc.constantFrom("date", "int32", "byte").map((format) => same({ format })),
  ];
  const some = fc
    .uniqueArray(fc.oneof(...keywords), {
      minLength: 1,
      maxLength: 4,
      selector: ({ in30 }) => Object.keys(in30).join(),
    })
    .map(merged);
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 3, arbitrary: type.map((type) => same({ type })) },
      { weight: 6, arbitrary: some },
      { weight: 2, arbitrary: some.map(nullable) },
      // What stands beside it is ignored in 3.0.
      {
        weight: 2,
        arbitrary: fc
          .tuple(reference, some)
          .map(([$ref, { in30 }]) => ({ in30: { ...in30, $ref }, in31: { $ref } })),
      },
      // Of one type, 3.1 has a list of types.
      {
        weight: 2,
        arbitrary: type.map((type) => ({ in30: { type, nullable: true }, in31: { type: [type, "null"] } })),
      },
    ),
  };
});
