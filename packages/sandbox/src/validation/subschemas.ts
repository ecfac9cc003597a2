import { isJsonObject, type JsonObject, objectOrEmpty } from "../description/json-object.ts";
import type { Check, Subschema } from "./check.ts";

/** The schemas of a keyword that has a list of them. */
export function schemasIn(schema: JsonObject, keyword: string): readonly unknown[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list : [];
}

/** The checks of a keyword that has schemas by name; undefined when it has none. */
export function checksByName(
  map: unknown,
  check: Subschema,
  isRelevant: (name: string) => boolean = () => true,
): Readonly<Record<string, Check>> | undefined {
  const entries = Object.entries(objectOrEmpty(map)).filter(([name]) => isRelevant(name));
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([name, schema]) => [name, check(schema)]));
}

/** Whether a schema says nothing. */
export function allowsAnything(schema: unknown): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}
