import { isObject, type JsonObject } from "../json.ts";

/** The values of a discriminator's mapping that are no names of components (OpenAPI 3.1 § 4.8.25.4). */
export function mappedReferences(discriminator: JsonObject, root: JsonObject) {
  const mapping = discriminator["mapping"];
  const { components } = root;
  const schemas = isObject(components) ? components["schemas"] : undefined;
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([value, $ref]) =>
    typeof $ref === "string" && /[#/.]/.test($ref) && !(isObject(schemas) && Object.hasOwn(schemas, $ref))
      ? [{ mapping, value, $ref }]
      : [],
  );
}
