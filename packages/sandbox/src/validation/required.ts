import * as v from "@visitors-api/client/validation";
import { isJsonObject, type JsonObject, objectOrEmpty } from "../description/json-object.ts";
import type { Check, SchemaDocument } from "./check.ts";
import { schemasIn } from "./subschemas.ts";

/**
 * `required`: what is `readOnly` is required in no request, and what is `writeOnly` in no response (OpenAPI 3.0
 * § 4.7.24.1; in 3.1 by custom).
 *
 * @param around The schemas that this one stands within and that are about the same value.
 */
export function requiredChecks(
  schema: JsonObject,
  document: SchemaDocument,
  around: readonly JsonObject[],
): Check[] {
  const names = new Set(schemasIn(schema, "required").map(String));
  const always: string[] = [];
  const inResponses: string[] = [];
  const inRequests: string[] = [];
  for (const name of names) {
    const said = [schema, ...around].flatMap((one) => declarations(one, name, document, new Set()));
    if (said.some((one) => one["readOnly"] === true)) inResponses.push(name);
    else if (said.some((one) => one["writeOnly"] === true)) inRequests.push(name);
    else always.push(name);
  }
  return [
    ...(always.length > 0 ? [v.required(...always)] : []),
    ...(inResponses.length > 0 ? [v.requiredUnlessInput(...inResponses)] : []),
    ...(inRequests.length > 0 ? [v.requiredUnlessOutput(...inRequests)] : []),
  ];
}

/** What a schema and those that it is made of say of a property. */
function declarations(
  schema: unknown,
  name: string,
  document: SchemaDocument,
  seen: Set<unknown>,
): JsonObject[] {
  return madeOf(schema, document, seen).flatMap((part) => {
    const properties = objectOrEmpty(part["properties"]);
    return Object.hasOwn(properties, name) ? madeOf(properties[name], document, new Set()) : [];
  });
}

/** A schema and those that it is made of, by `allOf` and by reference. */
function madeOf(schema: unknown, document: SchemaDocument, seen: Set<unknown>): JsonObject[] {
  if (!isJsonObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const ref = schema["$ref"];
  const parts = [...schemasIn(schema, "allOf"), ...(typeof ref === "string" ? [document.target(ref)] : [])];
  return [schema, ...parts.flatMap((part) => madeOf(part, document, seen))];
}
