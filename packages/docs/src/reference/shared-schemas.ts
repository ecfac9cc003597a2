import type { SharedSchema } from "./document.ts";
import { describeSchema } from "./schema/describe-schema.ts";
import type { SharedComponents, Walk } from "./walk.ts";

/** The components that have parts of their own. Describing one may add others to the end, and a Map goes on to those. */
export function sharedSchemas(shared: SharedComponents | undefined, walkFor: () => Walk): SharedSchema[] {
  const schemas: SharedSchema[] = [];
  for (const [name, { anchor, schema }] of shared?.found ?? []) {
    const place = { anchor, separator: "-", trail: new Map(), direction: "either" } as const;
    schemas.push({ anchor, title: name, schema: describeSchema(walkFor(), schema, place) });
  }
  return schemas;
}
