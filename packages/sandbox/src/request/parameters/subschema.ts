import { allParts, patternFlags, type Schema, type SchemaObject, type Schemas } from "@visitors-api/openapi";

/** What a schema says of a property, wherever it says it; undefined where it says nothing of it. */
export function propertySchema(schema: Schema, name: string, schemas: Schemas): Schema | undefined {
  return subschema(schema, schemas, (part) => declared(part, name) ?? undeclared(part, name));
}

/** What a schema says of the item of a list at an index. */
export function itemSchema(schema: Schema, index: number, schemas: Schemas): Schema | undefined {
  return subschema(schema, schemas, ({ prefixItems = [], items }) => prefixItems[index] ?? items);
}

/** Whether a schema lists a property, or any at all. */
export function declaresProperty(schema: Schema, schemas: Schemas, name?: string): boolean {
  const found = subschema(schema, schemas, (part) =>
    name === undefined ? Object.values(part.properties ?? {})[0] : declared(part, name),
  );
  return found !== undefined;
}

/**
 * Whether a field is a property of an exploded object, of which nothing but the properties is sent: one that is listed, or one that is
 * no other field, where others are spoken of or none is listed.
 */
export function isPropertyOf(
  field: string,
  schema: Schema,
  isOther: (field: string) => boolean,
  schemas: Schemas,
): boolean {
  if (declaresProperty(schema, schemas, field)) return true;
  if (isOther(field)) return false;
  const described = propertySchema(schema, field, schemas);
  return described === undefined ? !declaresProperty(schema, schemas) : described !== false;
}

function declared({ properties = {} }: SchemaObject, name: string): Schema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function undeclared(
  { patternProperties = {}, additionalProperties }: SchemaObject,
  name: string,
): Schema | undefined {
  const pattern = Object.keys(patternProperties).find(
    (pattern) => patternFlags(pattern) === "u" && new RegExp(pattern, "u").test(name),
  );
  return pattern === undefined ? additionalProperties : patternProperties[pattern];
}

/**
 * What a schema says of a part of a value: all that holds together, and any of what its alternatives say. That the whole fits one
 * of them is for its validator to say.
 */
function subschema(
  schema: Schema,
  schemas: Schemas,
  pick: (part: SchemaObject) => Schema | undefined,
  seen: Set<Schema> = new Set(),
): Schema | undefined {
  const said = allParts(schema, schemas, seen).flatMap((part) => {
    const branches = [...(part.anyOf ?? []), ...(part.oneOf ?? [])].flatMap((branch) => {
      const own = subschema(branch, schemas, pick, seen);
      return own === undefined || own === false ? [] : [own];
    });
    const own = pick(part);
    return [...(own === undefined ? [] : [own]), ...(branches.length > 0 ? [{ anyOf: branches }] : [])];
  });
  return said.length > 1 ? { allOf: said } : said[0];
}
