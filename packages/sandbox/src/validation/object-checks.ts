import * as v from "@visitors-api/client/validation";
import { isJsonObject, type JsonObject, objectOrEmpty } from "../description/json-object.ts";
import type { Check, SchemaDocument, Subschema } from "./check.ts";
import { limitChecks } from "./limits.ts";
import { patternFlags } from "./patterns.ts";
import { allowsAnything, checksByName } from "./subschemas.ts";

/** The keywords about the properties of objects, but `required`. */
export function objectChecks(
  schema: JsonObject,
  document: SchemaDocument,
  part: Subschema,
  inPlace: Subschema,
): Check[] {
  const { propertyNames, dependentRequired } = schema;
  const dependent = checksByName(schema["dependentSchemas"], inPlace);
  return [
    ...propertyChecks(schema, document, part),
    ...(propertyNames === undefined ? [] : [v.propertyNames(part(propertyNames))]),
    ...limitChecks(schema, "minProperties", "maxProperties"),
    ...(isJsonObject(dependentRequired) ? [v.dependentRequired(namesByName(dependentRequired))] : []),
    ...(dependent ? [v.dependentSchemas(dependent)] : []),
  ];
}

/** `properties`, `patternProperties`, and `additionalProperties` about all others. */
function propertyChecks(schema: JsonObject, document: SchemaDocument, part: Subschema): Check[] {
  const { additionalProperties, patternProperties } = schema;
  const isPattern = (source: string) => patternFlags(source) === "u";
  const properties = checksByName(schema["properties"], part);
  const patterned = checksByName(patternProperties, part, isPattern);
  const named = [
    ...(properties ? [v.properties(properties)] : []),
    ...(patterned ? [v.patternProperties(patterned)] : []),
  ];
  // A pattern that nobody can read may be about any property.
  const isReadable = Object.keys(objectOrEmpty(patternProperties)).every(isPattern);
  const limitsOthers =
    additionalProperties !== undefined &&
    isReadable &&
    (document.tracksEvaluated || !allowsAnything(additionalProperties));
  return limitsOthers ? [v.additionalProperties(part(additionalProperties), ...named)] : named;
}

function namesByName(map: JsonObject): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(map).map(([name, names]) => [name, Array.isArray(names) ? names.map(String) : []]),
  );
}
