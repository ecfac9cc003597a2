import type { Description, Schema } from "../load/openapi.ts";
import { patternFlags, unusableLimits, type ValidatedSchema } from "./schema-keywords.ts";

/** What validators leave unchecked, for it says nothing that they can check. */
export function findUnchecked(description: Description): string[] {
  const notices = new Set<string>();
  const visitSchema = (schema: ValidatedSchema, pointer: string): void => {
    for (const keyword of unusableLimits(schema)) {
      notices.add(`\`${keyword}\` at ${pointer} is no usable number; it is not checked.`);
    }
    const { pattern, patternProperties = {} } = schema;
    if (pattern !== undefined && patternFlags(pattern) === undefined) {
      notices.add(`The pattern \`${pattern}\` at ${pointer} is none of JavaScript; it is not checked.`);
    }
    for (const source of Object.keys(patternProperties)) {
      if (patternFlags(source) === "u") continue;
      notices.add(
        `The pattern \`${source}\` of properties at ${pointer} is none of JavaScript; it is not checked, nor are the ` +
          "properties that no other keyword is about.",
      );
    }
  };
  visitSchemas(description, visitSchema);
  return [...notices];
}

/** Keys under which there is data, whatever it looks like. */
const data = new Set(["const", "default", "enum", "example", "examples"]);

/** Visits whatever stands where a schema can stand, and says where that is. */
function visitSchemas(
  description: Description,
  visit: (schema: ValidatedSchema, pointer: string) => void,
): void {
  const walk = (node: unknown, pointer: string, isSchema: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    // Whatever it is, its keywords are read with care.
    if (isSchema) visit(node as ValidatedSchema, pointer || "#");
    for (const [key, child] of Object.entries(node)) {
      if (data.has(key) || key.startsWith("x-")) continue;
      walkChild(key, child, `${pointer}/${key}`, isSchema);
    }
  };
  const walkChild = (key: string, child: unknown, pointer: string, inSchema: boolean): void => {
    const isMap = inSchema && /^(properties|patternProperties|dependentSchemas)$/.test(key);
    if (isMap && typeof child === "object" && child !== null) {
      for (const [name, schema] of Object.entries(child)) walk(schema, `${pointer}/${name}`, true);
    } else if (Array.isArray(child)) {
      for (const [index, item] of child.entries()) walk(item, `${pointer}/${index}`, inSchema);
    } else walk(child, pointer, inSchema || key === "schema");
  };
  for (const [name, schema] of Object.entries(description.components?.schemas ?? {})) {
    walk(schema satisfies Schema, `#/components/schemas/${name}`, true);
  }
  walk(description.paths, "#/paths", false);
}
