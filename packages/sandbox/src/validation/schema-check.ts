import * as v from "@visitors-api/client/validation";
import { isJsonObject, type JsonObject } from "../description/json-object.ts";
import { alternativeChecks } from "./alternatives.ts";
import { arrayChecks } from "./array-checks.ts";
import type { Check, SchemaDocument, Subschema } from "./check.ts";
import { limitChecks } from "./limits.ts";
import { objectChecks } from "./object-checks.ts";
import { patternFlags } from "./patterns.ts";
import { requiredChecks } from "./required.ts";
import { schemasIn } from "./subschemas.ts";
import { typeChecks } from "./types.ts";

/**
 * A schema as a check, made of one for each of its keywords, as the client's generated validators are: what they say of
 * a value is the same.
 *
 * @param around The schemas that this one stands within and that are about the same value, the nearest last.
 */
export function schemaCheck(
  schema: unknown,
  document: SchemaDocument,
  around: readonly JsonObject[] = [],
): Check {
  if (schema === false) return v.nothing;
  if (!isJsonObject(schema)) return v.anything;
  const ref = schema["$ref"];
  const reference = typeof ref === "string" ? [document.reference(ref)] : [];
  // OpenAPI 3.0 § 4.7.23.2: what stands beside a reference is ignored.
  const isAlone = reference.length > 0 && document.isOpenApi30;
  return all(isAlone ? reference : keywordChecks(schema, document, around, reference));
}

/** One check that is all of them. */
function all(checks: readonly Check[]): Check {
  const [first = v.anything, ...rest] = checks;
  return rest.length === 0 ? first : v.all(...checks);
}

function keywordChecks(
  schema: JsonObject,
  document: SchemaDocument,
  around: readonly JsonObject[],
  reference: readonly Check[],
): Check[] {
  const part: Subschema = (child) => schemaCheck(child, document);
  const inPlace: Subschema = (child) => schemaCheck(child, document, [...around, schema]);
  const anyValue = [...reference, ...compositionChecks(schema, document, inPlace)];
  const isNullable = schema["nullable"] === true;
  // What else is said of a value of some type lets null pass.
  const isOnlyTyped =
    schema["type"] !== undefined &&
    schema["enum"] === undefined &&
    schema["const"] === undefined &&
    anyValue.length === 0;

  const checks = [
    ...typeChecks(schema, isNullable && isOnlyTyped),
    ...limitChecks(schema, "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"),
    ...limitChecks(schema, "minLength", "maxLength"),
    ...patternChecks(schema["pattern"]),
    ...requiredChecks(schema, document, around),
    ...objectChecks(schema, document, part, inPlace),
    ...arrayChecks(schema, document, part),
    ...anyValue,
  ];
  const evaluated = unevaluatedChecks(schema, checks, part);
  return isNullable && !isOnlyTyped && evaluated.length > 0 ? [v.nullable(all(evaluated))] : evaluated;
}

function patternChecks(pattern: unknown): Check[] {
  const flags = patternFlags(pattern);
  return flags === undefined ? [] : [v.pattern(String(pattern), flags)];
}

function compositionChecks(schema: JsonObject, document: SchemaDocument, inPlace: Subschema): Check[] {
  const { not, if: condition } = schema;
  const hasBranches =
    schema["then"] !== undefined || schema["else"] !== undefined || document.tracksEvaluated;
  return [
    ...schemasIn(schema, "allOf").map(inPlace),
    ...alternativeChecks(schema, document, inPlace),
    ...(not === undefined ? [] : [v.not(inPlace(not))]),
    ...(condition === undefined || !hasBranches
      ? []
      : [v.ifThenElse(inPlace(condition), inPlace(schema["then"]), inPlace(schema["else"]))]),
  ];
}

/** What they are about hangs on all else that the schema says. */
function unevaluatedChecks(schema: JsonObject, checks: readonly Check[], part: Subschema): Check[] {
  const { unevaluatedItems, unevaluatedProperties } = schema;
  let said = [...checks];
  if (unevaluatedItems !== undefined) said = [v.unevaluatedItems(part(unevaluatedItems), ...said)];
  if (unevaluatedProperties !== undefined) {
    said = [v.unevaluatedProperties(part(unevaluatedProperties), ...said)];
  }
  return said;
}
