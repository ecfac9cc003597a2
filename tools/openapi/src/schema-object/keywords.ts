/** The keywords of a schema that hold schemas, by how they hold them (JSON Schema Core § 10 and § 11). */
export const subschemaKeywords = {
  one: [
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
  ],
  list: ["allOf", "anyOf", "oneOf", "prefixItems"],
  map: ["dependentSchemas", "patternProperties", "properties"],
} as const;

/** How a keyword holds schemas; undefined for one that holds none. */
export const holding: ReadonlyMap<string, keyof typeof subschemaKeywords> = new Map(
  (["one", "list", "map"] as const).flatMap((kind) =>
    subschemaKeywords[kind].map((keyword) => [keyword, kind] as const),
  ),
);

/** The keywords that limit something to a number (JSON Schema Validation § 6). */
export const limitKeywords: ReadonlySet<string> = new Set([
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "maxContains",
  "minContains",
  "maxProperties",
  "minProperties",
]);

/** The other keywords that say of a value whether it is valid. */
export const assertionKeywords: ReadonlySet<string> = new Set([
  "const",
  "dependentRequired",
  "enum",
  "pattern",
  "required",
  "type",
  "uniqueItems",
]);

/** Whether a keyword says of a value whether it is valid; any other is an annotation, or not known here. */
export function isAssertion(keyword: string): boolean {
  return holding.has(keyword) || limitKeywords.has(keyword) || assertionKeywords.has(keyword);
}
