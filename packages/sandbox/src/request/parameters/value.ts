import { type Schema, type TypeName, typesOf } from "@visitors-api/openapi";
import type { Description } from "../../description/description.ts";
import { parse } from "../../json/parse.ts";
import { scalarReadings } from "./scalar.ts";
import { declaresProperty, itemSchema, propertySchema } from "./subschema.ts";
import { part, type Written } from "./written.ts";

/**
 * Makes a value of what is written of it, which is text, by the types that its schema allows. Where there are several ways to read
 * it, the first that gives a valid value counts.
 *
 * @param schema Undefined says nothing of the value.
 * @returns undefined where nothing is written that could be a value of these types.
 */
export function readValue(
  written: Written,
  schema: Schema | undefined = true,
  description: Description,
): unknown {
  const readings = readingsOf(written, schema, description);
  if (readings.length <= 1) return readings[0];
  const validate = description.validators.of(schema, "request");
  const valid = readings.findIndex((value) => validate(value).length === 0);
  return readings[Math.max(valid, 0)];
}

/** The likeliest first. */
function readingsOf(written: Written, schema: Schema, description: Description): unknown[] {
  const { isObject, isArray, scalars } = typesBySchema(schema, description);
  const { schemas } = description;
  const properties = isObject ? written.properties() : undefined;
  const items = isArray ? written.items() : undefined;
  const texts = written.texts();
  const [text] = texts;

  const objects = properties ? [readProperties(properties, schema, description)] : [];
  const lists = items
    ? [items.map((item, index) => readValue(part([item]), itemSchema(schema, index, schemas), description))]
    : [];
  // Of several, no scalar says all, but where nothing else is possible the first counts.
  const isScalar = text !== undefined && (texts.length === 1 || !isArray);
  const scalarValues = scalars && isScalar ? scalarReadings(text, scalars) : [];
  const documents = written.isPart && (isObject || isArray) ? jsonReadings(text) : [];
  // One text is more often itself than the only item of a list.
  return items?.length === 1
    ? [...objects, ...documents, ...scalarValues, ...lists]
    : [...objects, ...documents, ...lists, ...scalarValues];
}

function readProperties(
  properties: ReadonlyMap<string, Written>,
  schema: Schema,
  description: Description,
): object {
  const { schemas } = description;
  return Object.fromEntries(
    [...properties].map(([name, written]) => [
      name,
      readValue(written, propertySchema(schema, name, schemas), description),
    ]),
  );
}

/** What stands within a part of a value, written as JSON. */
function jsonReadings(text: string | undefined): unknown[] {
  if (text === undefined || !/^[[{]/.test(text)) return [];
  try {
    return [parse(text)];
  } catch {
    return [];
  }
}

interface Types {
  readonly isObject: boolean;
  readonly isArray: boolean;
  /** The other types; none at all stand for any. Undefined where the value is an object or a list. */
  readonly scalars: ReadonlySet<TypeName> | undefined;
}

// To find out takes longer than to read a text, and the answer is as long true as there is the schema.
const known = new WeakMap<object, Types>();

function typesBySchema(schema: Schema, description: Description): Types {
  if (typeof schema === "boolean") return { isObject: false, isArray: false, scalars: new Set() };
  let types = known.get(schema);
  if (types === undefined) {
    types = findTypes(schema, description);
    known.set(schema, types);
  }
  return types;
}

function findTypes(schema: Schema, { schemas }: Description): Types {
  const types = typesOf(schema, schemas);
  if (types.size > 0) {
    const scalars = new Set([...types].filter((type) => type !== "object" && type !== "array"));
    return {
      isObject: types.has("object"),
      isArray: types.has("array"),
      scalars: scalars.size > 0 ? scalars : undefined,
    };
  }
  // What nothing is said of is a text, but for what it can only have as an object or as a list.
  return {
    isObject: declaresProperty(schema, schemas),
    isArray: itemSchema(schema, 0, schemas) !== undefined,
    scalars: types,
  };
}
