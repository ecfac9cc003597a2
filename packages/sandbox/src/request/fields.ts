import { type Encoding, isJson, type MediaType, type Schema, typesOf } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Problem } from "../validation/problem.ts";
import { parseJsonText } from "./json.ts";
import { JsonError } from "./json-error.ts";
import { deepObject } from "./parameters/deep-object.ts";
import { delimiterOf, named } from "./parameters/named.ts";
import { NotSerialisedError, problemOf } from "./parameters/not-serialised-error.ts";
import type { Pairs } from "./parameters/pairs.ts";
import { declaresProperty, isPropertyOf, propertySchema } from "./parameters/subschema.ts";
import { readValue } from "./parameters/value.ts";
import { type Decode, part } from "./parameters/written.ts";
import { Refusal } from "./refusal.ts";

/** How the fields of a form are described. */
export type DescribedForm = Pick<MediaType, "schema" | "encoding">;

/**
 * Reads the fields of a form as the object that its schema describes: each of its properties in the style that the description gives
 * it or, where it gives none, as text, as several texts, or as JSON (OpenAPI 3.1 § 4.8.14.3 and § 4.8.15).
 *
 * @param decode Undoes the encoding of a value.
 * @throws Refusal 400 with one problem for each property that cannot be read.
 */
export function readFields(
  pairs: Pairs,
  form: DescribedForm,
  description: Description,
  decode: Decode,
): object {
  const styled = Object.entries(form.encoding)
    .filter(([, { style }]) => style !== undefined)
    .map(([name, how]) => ({ name, owns: ownerOf(name, how, form, description) }));
  const others = [...pairs.keys()].filter(
    (field) => !styled.some(({ name, owns }) => name === field || owns(field)),
  );

  const problems: Problem[] = [];
  const properties: [string, unknown][] = [];
  for (const name of [...styled.map((property) => property.name), ...others]) {
    try {
      const value = readProperty(name, pairs, form, description, decode);
      if (value !== undefined) properties.push([name, value]);
    } catch (error) {
      if (!(error instanceof NotSerialisedError)) throw error;
      problems.push(problemOf(name, error));
    }
  }
  if (problems.length > 0) throw new Refusal(400, problems);
  return Object.fromEntries(properties);
}

/** @returns undefined where it is not there. */
function readProperty(
  name: string,
  pairs: Pairs,
  form: DescribedForm,
  description: Description,
  decode: Decode,
): unknown {
  const own = propertySchema(form.schema ?? true, name, description.schemas);
  const how = form.encoding[name];
  const { style, explode = false, contentType = "" } = how ?? {};
  if (how === undefined || style === undefined) {
    const texts = (pairs.get(name) ?? []).map(decode);
    return isJson(contentType)
      ? documents(texts, own, description)
      : readValue(part(texts), own, description);
  }
  if (style === "deepObject") return readValue(deepObject(pairs, name, decode), own, description);
  const owns = ownerOf(name, how, form, description);
  return readValue(
    named(pairs, { name, explode, delimiter: delimiterOf(style), owns }, decode),
    own,
    description,
  );
}

/** A list is one document, or each of its items is. */
function documents(texts: readonly string[], schema: Schema | undefined, { schemas }: Description): unknown {
  const values = texts.map(parsed);
  const [first] = values;
  const isList = typesOf(schema, schemas).has("array") && !(values.length === 1 && Array.isArray(first));
  return isList ? values : first;
}

/** Tells whether a field stands for a part of a property that its style gives no field of its own. */
function ownerOf(
  name: string,
  { style, explode }: Encoding,
  { schema = true }: DescribedForm,
  { schemas }: Description,
): (field: string) => boolean {
  if (style === "deepObject") return (field) => field.startsWith(`${name}[`);
  const own = propertySchema(schema, name, schemas);
  if (own === undefined || !explode || !typesOf(own, schemas).has("object")) return () => false;
  const isOther = (field: string) => declaresProperty(schema, schemas, field);
  return (field) => isPropertyOf(field, own, isOther, schemas);
}

function parsed(text: string): unknown {
  try {
    return parseJsonText(text);
  } catch (error) {
    throw error instanceof JsonError ? NotSerialisedError.ofJson(error) : error;
  }
}
