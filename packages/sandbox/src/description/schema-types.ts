import { isJsonObject, type JsonObject } from "./json-object.ts";
import { resolve } from "./reference.ts";

/** The JSON types that a schema names, its alternatives included; empty when it names none. */
export function typesOf(document: JsonObject, value: unknown, depth = 0): Set<string> {
  const schema = resolve(document, value);
  const types = new Set<string>();
  // Alternatives may refer back to the schema; no parameter is described in more levels than this.
  if (!isJsonObject(schema) || depth > 8) return types;
  for (const type of [schema["type"]].flat()) {
    if (typeof type === "string") types.add(type);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const alternatives = schema[keyword];
    if (!Array.isArray(alternatives)) continue;
    for (const alternative of alternatives) {
      for (const type of typesOf(document, alternative, depth + 1)) types.add(type);
    }
  }
  return types;
}
