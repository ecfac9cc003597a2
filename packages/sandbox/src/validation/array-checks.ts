import * as v from "@visitors-api/client/validation";
import type { JsonObject } from "../description/json-object.ts";
import type { Check, SchemaDocument, Subschema } from "./check.ts";
import { limitChecks, numberIn } from "./limits.ts";
import { allowsAnything, schemasIn } from "./subschemas.ts";

/** The keywords about the items of arrays. */
export function arrayChecks(schema: JsonObject, document: SchemaDocument, part: Subschema): Check[] {
  const { items, contains } = schema;
  const first = schemasIn(schema, "prefixItems").map(part);
  const least = numberIn(schema, "minContains");
  const most = numberIn(schema, "maxContains");
  return [
    ...(first.length > 0 ? [v.prefixItems(...first)] : []),
    ...(items === undefined || (allowsAnything(items) && !document.tracksEvaluated)
      ? []
      : [v.items(part(items), first.length)]),
    ...(contains === undefined ? [] : [v.contains(part(contains), least, most)]),
    ...limitChecks(schema, "minItems", "maxItems"),
    ...(schema["uniqueItems"] === true ? [v.uniqueItems()] : []),
  ];
}
