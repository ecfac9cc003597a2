import type { Schema } from "../../load/openapi.ts";
import type { ValidatedSchema } from "../../model/schema-keywords.ts";
import type { Writer } from "./writer.ts";

/**
 * `required`, by the check that it takes: what is `readOnly` is required in no request, and what is `writeOnly` in no
 * response (OpenAPI 3.0 § 4.7.24.1; in 3.1 by custom).
 */
export function splitRequired(
  schema: ValidatedSchema,
  writer: Writer,
  around: readonly ValidatedSchema[],
): [check: string, names: string[]][] {
  const byCheck = new Map<string, string[]>();
  for (const name of new Set(schema.required ?? [])) {
    const said = [schema, ...around].flatMap((one) => declarations(one, name, writer, new Set()));
    const check = said.some((one) => one.readOnly === true)
      ? "requiredUnlessInput"
      : said.some((one) => one.writeOnly === true)
        ? "requiredUnlessOutput"
        : "required";
    byCheck.set(check, [...(byCheck.get(check) ?? []), name]);
  }
  return [...byCheck].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a schema and those that it is made of say of a property. */
function declarations(schema: Schema, name: string, writer: Writer, seen: Set<unknown>): ValidatedSchema[] {
  if (typeof schema !== "object" || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref, properties = {}, allOf = [] } = schema;
  const own = Object.hasOwn(properties, name) ? said(properties[name], writer, new Set()) : [];
  const parts = [...allOf, ...($ref === undefined ? [] : [writer.target($ref)])];
  return [...own, ...parts.flatMap((part) => declarations(part, name, writer, seen))];
}

/** A schema and those that it is made of. */
function said(schema: Schema | undefined, writer: Writer, seen: Set<unknown>): ValidatedSchema[] {
  if (typeof schema !== "object" || seen.has(schema)) return [];
  seen.add(schema);
  const parts = [...(schema.allOf ?? []), ...(schema.$ref === undefined ? [] : [writer.target(schema.$ref)])];
  return [schema, ...parts.flatMap((part) => said(part, writer, seen))];
}
