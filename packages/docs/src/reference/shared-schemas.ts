import type { Schema } from "@visitors-api/openapi";
import type { SchemaDocument, SharedSchema } from "./document.ts";
import type { Place, SharedComponents } from "./walk.ts";

/** The components that have parts of their own. Describing one may add others to the end, and a Map goes on to those. */
export function sharedSchemas(
  shared: SharedComponents | undefined,
  describe: (schema: Schema, place: Place) => SchemaDocument,
): SharedSchema[] {
  const schemas: SharedSchema[] = [];
  for (const [name, { anchor, schema }] of shared?.found ?? []) {
    const place = { anchor, separator: "-", trail: new Map(), direction: "either" } as const;
    schemas.push({ anchor, title: name, schema: describe(schema, place) });
  }
  return schemas;
}
