import type { Rewrite, Where } from "./rewrites.ts";
import type { Schema } from "./schemas.ts";

const isOf = (schema: Schema, type: string): boolean => [schema["type"]].flat().includes(type);

function namesIn(schema: Schema): string[] {
  return Object.keys((schema["properties"] as object | undefined) ?? {});
}

function requiredIn(schema: Schema): readonly unknown[] {
  return Array.isArray(schema["required"]) ? schema["required"] : [];
}

const withNull = (schema: Schema, { version }: Where): Schema | undefined => {
  const { type } = schema;
  if (typeof type !== "string" || schema["enum"] !== undefined || schema["nullable"] === true)
    return undefined;
  return version === "3.0" ? { ...schema, nullable: true } : { ...schema, type: [type, "null"] };
};

/** Each is something that somebody can notice. */
export const edits: Readonly<Record<string, Rewrite>> = {
  "another description": (schema) => ({ ...schema, description: "Something else." }),
  "a limit of length": (schema) =>
    isOf(schema, "string") && !schema["enum"] ? { ...schema, maxLength: 20 } : undefined,
  "another pattern": (schema) =>
    isOf(schema, "string") && !schema["enum"] ? { ...schema, pattern: "z" } : undefined,
  "another format": (schema) =>
    isOf(schema, "string") && !schema["enum"] ? { ...schema, format: "hostname" } : undefined,
  "another limit": (schema) =>
    isOf(schema, "integer") || isOf(schema, "number") ? { ...schema, maximum: 77 } : undefined,
  "more items": (schema) => (isOf(schema, "array") ? { ...schema, minItems: 9 } : undefined),
  "one more value": (schema) =>
    Array.isArray(schema["enum"]) ? { ...schema, enum: [...schema["enum"], "e"] } : undefined,
  "one value less": (schema) =>
    Array.isArray(schema["enum"]) && schema["enum"].length > 1
      ? { ...schema, enum: schema["enum"].slice(1) }
      : undefined,
  "null too": withNull,
  "one more property": (schema) =>
    isOf(schema, "object")
      ? { ...schema, properties: { ...(schema["properties"] as object), more: { type: "string" } } }
      : undefined,
  "one property less": (schema) => {
    const [first, ...others] = namesIn(schema);
    if (first === undefined) return undefined;
    const properties = schema["properties"] as Schema;
    const required = requiredIn(schema).filter((name) => name !== first);
    const { required: _, ...rest } = schema;
    return {
      ...rest,
      properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
      ...(required.length > 0 && { required }),
    };
  },
  "a property that is required": (schema) => {
    const name = namesIn(schema).find((one) => !requiredIn(schema).includes(one));
    return name === undefined ? undefined : { ...schema, required: [...requiredIn(schema), name] };
  },
  "no other properties": (schema) =>
    isOf(schema, "object") && schema["additionalProperties"] === undefined
      ? { ...schema, additionalProperties: false }
      : undefined,
  "another type": ({ description }) => ({
    type: "object",
    properties: { other: { type: "integer" } },
    required: ["other"],
    ...(description !== undefined && { description }),
  }),
  "one alternative less": (schema) => {
    for (const keyword of ["anyOf", "oneOf"]) {
      const members = schema[keyword];
      if (Array.isArray(members) && members.length > 2) return { ...schema, [keyword]: members.slice(1) };
    }
    return undefined;
  },
};
