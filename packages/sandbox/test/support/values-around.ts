import type { Schema } from "@visitors-api/openapi";
import { sample } from "@visitors-api/openapi/sample";
import { spoiltValues } from "@visitors-api/openapi/spoilt-values";
import fc from "fast-check";
import type { Description } from "../../src/description/description.ts";
import { seededRandom } from "../../src/seeded-random.ts";

/** Values that are about what a schema of an answer is about: some that it allows, some nearly so, some of any kind. */
export function valuesAround(
  schema: Schema,
  { schemas, validators }: Pick<Description, "schemas" | "validators">,
): fc.Arbitrary<unknown> {
  const direction = "response";
  const isValid = (part: Schema, value: unknown) => validators.of(part, direction)(value).length === 0;
  const allowed = fc
    .integer()
    .map((seed) => sample(schema, { schemas, direction, isValid, random: seededRandom(seed) }).value);
  return fc.oneof(
    { weight: 2, arbitrary: allowed },
    { weight: 2, arbitrary: allowed.chain(spoiltValues) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}
