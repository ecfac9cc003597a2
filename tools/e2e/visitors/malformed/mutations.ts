import { allParts, type Schema } from "@visitors-api/openapi";
import { valuesOf } from "@visitors-api/openapi/schema-values";
import { spoiltValues } from "@visitors-api/openapi/spoilt-values";
import fc, { type Arbitrary } from "fast-check";
import { description } from "../../support/description.ts";
import { problemsOf } from "../../support/schema.ts";

/** Values that a schema does not allow, made from one that it does by what programs get wrong. */
export function valuesAgainst(schema: Schema): Arbitrary<unknown> {
  return valuesOf(schema, description.schemas)
    .chain(spoiltValues)
    .filter((value) => problemsOf(schema, value) !== "");
}

/** Text that is no value of a parameter; undefined where the schema does not list which texts are. */
export function wordsAgainst(schema: Schema): Arbitrary<string> | undefined {
  const listed = allParts(schema, description.schemas).flatMap((part) => part.enum ?? []);
  const isListOfTexts = listed.length > 0 && listed.every((value) => typeof value === "string");
  const words = fc.stringMatching(/^[!-~]{1,20}$/);
  return isListOfTexts ? words.filter((word) => problemsOf(schema, word) !== "") : undefined;
}
