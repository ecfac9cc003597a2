import * as v from "@visitors-api/client/validation";
import type { JsonObject } from "../description/json-object.ts";
import type { Check } from "./check.ts";

const CHECKS = {
  minimum: v.minimum,
  exclusiveMinimum: v.exclusiveMinimum,
  maximum: v.maximum,
  exclusiveMaximum: v.exclusiveMaximum,
  multipleOf: v.multipleOf,
  minLength: v.minLength,
  maxLength: v.maxLength,
  minItems: v.minItems,
  maxItems: v.maxItems,
  minProperties: v.minProperties,
  maxProperties: v.maxProperties,
};

type Limit = keyof typeof CHECKS;

/** The checks of those of these keywords that limit something to a number, in the order of their names here. */
export function limitChecks(schema: JsonObject, ...names: readonly Limit[]): Check[] {
  return names.flatMap((name) => {
    const limit = limitOf(schema, name);
    return limit === undefined ? [] : [CHECKS[name](limit)];
  });
}

/** OpenAPI 3.0 § 4.7.24: there, `exclusiveMinimum: true` makes an exclusive limit of `minimum`. */
function limitOf(schema: JsonObject, name: Limit): number | undefined {
  switch (name) {
    case "minimum":
      return schema["exclusiveMinimum"] === true ? undefined : numberIn(schema, name);
    case "maximum":
      return schema["exclusiveMaximum"] === true ? undefined : numberIn(schema, name);
    case "exclusiveMinimum":
      return numberIn(schema, schema[name] === true ? "minimum" : name);
    case "exclusiveMaximum":
      return numberIn(schema, schema[name] === true ? "maximum" : name);
    case "multipleOf": {
      const divisor = numberIn(schema, name);
      return divisor !== undefined && divisor > 0 ? divisor : undefined;
    }
    default:
      return numberIn(schema, name);
  }
}

/** A keyword's number; what is none is not checked. */
export function numberIn(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
