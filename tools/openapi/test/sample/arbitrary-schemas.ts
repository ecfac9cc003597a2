import fc from "fast-check";
import type { Schema, Schemas } from "../../src/index.ts";
import { arbitraryValue, keywordsOf, schemaOf } from "../values/arbitrary-schema.ts";
import { ref } from "./vectors/vector.ts";

/** A schema that refers to others: to any within, and in place to those after it alone, so that none is made of itself. */
function arbitrarySchema(within: readonly string[], inPlace: readonly string[]): fc.Arbitrary<unknown> {
  const referring = (names: readonly string[], other: fc.Arbitrary<unknown>) =>
    names.length === 0
      ? other
      : fc.oneof({ weight: 5, arbitrary: other }, fc.constantFrom(...names).map(ref));
  return fc.letrec<{ schema: unknown }>((tie) => {
    const keywords = keywordsOf(referring(within, tie("schema")), referring(inPlace, tie("schema")));
    return { schema: schemaOf({ ...keywords, example: arbitraryValue, default: arbitraryValue }) };
  }).schema;
}

const componentNames = ["A", "B", "C"];

/** Component schemas that refer to one another, and themselves. */
export const arbitrarySchemas: fc.Arbitrary<Schemas> = fc
  .tuple(
    ...componentNames.map((_, index) => arbitrarySchema(componentNames, componentNames.slice(index + 1))),
  )
  // What each keyword is made of has the shape that its type says.
  .map((schemas) =>
    Object.fromEntries(schemas.map((schema, index) => [componentNames[index], schema as Schema])),
  );
