import { type Schema, type TypeName, typesOf } from "@visitors-api/openapi";
import type { Description } from "../../description/description.ts";
import { parseJsonText } from "../json.ts";
import { JsonError } from "../json-error.ts";
import { NotSerialisedError, readPart } from "./not-serialised-error.ts";
import { scalarReadings } from "./scalar.ts";
import { declaresProperty, itemSchema, propertySchema } from "./subschema.ts";
import { part, type Written } from "./written.ts";

/**
 * Makes a value of what is written of it, which is text, by the types that its schema allows. Where there are several ways to read
 * it, the first that gives a valid value counts.
 *
 * @param schema Undefined says nothing of the value.
 * @returns undefined where nothing is written that could be a value of these types.
 * @throws NotSerialisedError
 */
export function readValue(
  written: Written,
  schema: Schema | undefined = true,
  description: Description,
): unknown {
  const { readings, mistake } = readingsOf(written, schema, description);
  if (mistake === undefined && readings.length <= 1) return readings[0];
  const validate = description.validators.of(schema, "request");
  const valid = readings.findIndex((value) => validate(value).length === 0);
  if (mistake !== undefined && valid < 0) throw mistake;
  return readings[Math.max(valid, 0)];
}

interface Readings {
  /** The likeliest first. */
  readonly readings: readonly unknown[];
  /** Why there is not one more. */
  readonly mistake: NotSerialisedError | undefined;
}

function readingsOf(written: Written, schema: Schema, description: Description): Readings {
  const { isObject, isArray, scalars } = typesBySchema(schema, description);
  const { schemas } = description;
  const properties = isObject ? written.properties() : undefined;
  const items = isArray ? written.items() : undefined;
  const texts = written.texts();
  const [text] = texts;

  const objects = () => (properties ? [readProperties(properties, schema, description)] : []);
  const lists = () =>
    items
      ? [items.map((item, index) => readItem(item, index, itemSchema(schema, index, schemas), description))]
      : [];
  // Of several, no scalar says all, but where nothing else is possible the first counts.
  const isScalar = text !== undefined && (texts.length === 1 || !isArray);
  const scalarValues = () => (scalars && isScalar ? scalarReadings(text, scalars) : []);
  const documents = () => (written.isPart && (isObject || isArray) ? jsonReadings(text) : []);
  // One text is more often itself than the only item of a list.
  const attempts =
    items?.length === 1
      ? [objects, documents, scalarValues, lists]
      : [objects, documents, lists, scalarValues];

  const readings: unknown[] = [];
  let mistake: NotSerialisedError | undefined;
  for (const attempt of attempts) {
    try {
      readings.push(...attempt());
    } catch (error) {
      if (!(error instanceof NotSerialisedError)) throw error;
      mistake ??= error;
    }
  }
  return { readings, mistake };
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
      readPart(name, () => readValue(written, propertySchema(schema, name, schemas), description)),
    ]),
  );
}

function readItem(
  text: string,
  index: number,
  schema: Schema | undefined,
  description: Description,
): unknown {
  return readPart(index, () => readValue(part([text]), schema, description));
}

/**
 * What stands within a part of a value, written as JSON.
 *
 * @throws NotSerialisedError when it is JSON of which something would be lost.
 */
function jsonReadings(text: string | undefined): unknown[] {
  if (text === undefined || !/^[[{]/.test(text)) return [];
  try {
    return [parseJsonText(text)];
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    if (error.isSyntaxError) return [];
    throw NotSerialisedError.ofJson(error);
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
