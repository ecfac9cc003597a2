import type { Document } from "@redocly/openapi-core";

/**
 * OpenAPI 3.1 § 4.8.25.4: a discriminator's mapping may name a schema of the components in place of referring to it.
 * Makes references of names, because neither Redocly nor openapi-typescript reads them.
 */
export function nameMappedSchemas({ parsed }: Document): void {
  const schemas: unknown = parsed.components?.schemas;
  if (!isObject(schemas)) return;
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (!isObject(node) || seen.has(node)) return;
    seen.add(node);
    const { mapping } = isObject(node["discriminator"]) ? node["discriminator"] : {};
    if (isObject(mapping)) {
      for (const [value, name] of Object.entries(mapping)) {
        if (typeof name === "string" && Object.hasOwn(schemas, name))
          mapping[value] = `#/components/schemas/${name}`;
      }
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parsed);
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null;
}
