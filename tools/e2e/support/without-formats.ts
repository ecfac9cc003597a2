/**
 * A description for Redocly's drift and proxy, which assert formats. In OpenAPI 3.1 `format` is an annotation (§ 4.8.24), and the
 * API sends an empty text where one says email.
 */
export function withoutFormats(description: object): object {
  // Only a keyword has text as its value: of a property of that name it is a schema.
  return JSON.parse(
    JSON.stringify(description, (key, value) =>
      key === "format" && typeof value === "string" ? undefined : value,
    ),
  );
}
