import { isObject, type JsonObject, listOrEmpty, objectOrEmpty } from "../json.ts";
import { isReference, schemaName, schemaReference, under } from "../reference-object.ts";
import type { Discriminator, Schema, SchemaObject, Schemas } from "../schema-object.ts";
import { allParts, declarationsOf, deref } from "./compose.ts";
import type { NormalizeContext } from "./normalize.ts";
import { typesOf } from "./types.ts";

/**
 * The discriminator of a schema with all that its mapping says or leaves to be understood: a value may name a component in
 * place of referring to it, and an alternative that no value is mapped to is meant by its component's name (OpenAPI 3.1
 * § 4.8.25.4).
 *
 * @param schema The schema that has it, as it is written.
 */
export function normalizeDiscriminator(
  schema: JsonObject,
  pointer: string,
  { references, notices }: NormalizeContext,
): Discriminator | undefined {
  const { propertyName, mapping } = objectOrEmpty(schema["discriminator"]);
  if (typeof propertyName !== "string") return undefined;
  const complete = new Map<string, string>();
  for (const [value, target] of Object.entries(objectOrEmpty(mapping))) {
    const $ref = references.named(String(target));
    if ($ref !== undefined) complete.set(value, $ref);
    else {
      notices.push({
        message: `No schema is at or named \`${target}\`; the value is read as one of no alternative.`,
        pointer: under(under(pointer, "mapping"), value),
      });
    }
  }
  const mapped = new Set(complete.values());
  for (const branch of [...listOrEmpty(schema["oneOf"]), ...listOrEmpty(schema["anyOf"])]) {
    if (!isObject(branch) || !isReference(branch)) continue;
    const $ref = references.normalize(branch.$ref);
    const name = schemaName($ref);
    if (name !== undefined && !mapped.has($ref) && !complete.has(name)) complete.set(name, $ref);
  }
  return { propertyName, mapping: Object.fromEntries(complete) };
}

/**
 * The discriminator of a union: its own or, where all alternatives are made with `allOf` of one component that has one, that
 * component's (OpenAPI 3.1 § 4.8.25.4: each is meant by its name where it is not mapped).
 */
export function discriminatorOf(schema: SchemaObject, schemas: Schemas): Discriminator | undefined {
  if (schema.discriminator) return schema.discriminator;
  const names = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((branch) =>
    typeof branch === "object" && branch.$ref !== undefined ? schemaName(branch.$ref) : undefined,
  );
  const inherited = names.map((name) => inheritedDiscriminator(schemas[name ?? ""], schemas));
  const [common] = inherited;
  if (!common || inherited.some((one) => one !== common)) return undefined;
  const mapped = new Set(Object.values(common.mapping).map(schemaName));
  const implied = names.filter((name) => name !== undefined).filter((name) => !mapped.has(name));
  const mapping = [
    ...Object.entries(common.mapping),
    ...implied.map((name) => [name, schemaReference(name)] as const),
  ];
  return { propertyName: common.propertyName, mapping: Object.fromEntries(mapping) };
}

/** One that a component has is not its own part in a union of those made of it. */
function inheritedDiscriminator(component: Schema | undefined, schemas: Schemas): Discriminator | undefined {
  return allParts(component, schemas).find((part) => part !== component && part.discriminator)?.discriminator;
}

/** What a value of an alternative has in the property that discriminates. */
export interface Tags {
  readonly propertyName: string;
  readonly values: readonly (string | number | boolean)[];
}

/**
 * The constraint that a discriminator puts on an alternative of its union: which values the property has. It is the union's,
 * not the component's, which may be a member of others too.
 *
 * @returns undefined where it says no more than the alternative does by itself, or contradicts it.
 */
export function tagsOf(
  discriminator: Discriminator | undefined,
  branch: Schema,
  schemas: Schemas,
): Tags | undefined {
  if (!discriminator || typeof branch !== "object" || branch.$ref === undefined) return undefined;
  const { propertyName, mapping } = discriminator;
  const name = schemaName(branch.$ref);
  const tags = Object.entries(mapping).filter(([, $ref]) => schemaName($ref) === name);
  if (name === undefined || tags.length === 0) return undefined;
  // What is no object has no property to tell it by.
  const kinds = typesOf(branch, schemas);
  if (kinds.size > 0 && !kinds.has("object")) return undefined;

  const declared = declarationsOf(branch, propertyName, schemas).map((one) => deref(one, schemas));
  const types = new Set(declared.flatMap((one) => [...typesOf(one, schemas)]));
  const values = tags.map(([tag]) => typed(tag, types));
  const allowed = declared.flatMap((one) => (typeof one === "object" ? [allowedValues(one)] : []));
  const fitting = values.filter((value) => allowed.every((list) => list?.includes(value) ?? true));
  // The author forgot to map what the component says of itself.
  if (fitting.length === 0) return undefined;
  const isSaid = allowed.some((list) => list?.every((value) => fitting.includes(value as string)));
  return isSaid ? undefined : { propertyName, values: fitting };
}

function allowedValues({
  const: value,
  enum: values,
}: Exclude<Schema, boolean>): readonly unknown[] | undefined {
  return value === undefined ? values : [value];
}

/** The keys of a mapping are strings, whatever the property is. */
function typed(tag: string, types: ReadonlySet<string>): string | number | boolean {
  if (types.has("string") || types.size === 0) return tag;
  if ((types.has("integer") || types.has("number")) && tag.trim() !== "" && Number.isFinite(Number(tag))) {
    return Number(tag);
  }
  return types.has("boolean") && /^(true|false)$/.test(tag) ? tag === "true" : tag;
}
