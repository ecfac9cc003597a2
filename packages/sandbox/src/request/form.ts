import { type Encoding, isJson, type MediaType, type Schema } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { parse } from "../json/parse.ts";
import type { Problem } from "../validation/problem.ts";
import { decoded } from "./parameters/decoded.ts";
import { deepObject } from "./parameters/deep-object.ts";
import { delimiterOf, named } from "./parameters/named.ts";
import { NotSerialisedError } from "./parameters/not-serialised-error.ts";
import { formPairs, type Pairs } from "./parameters/pairs.ts";
import { declaresProperty, propertySchema } from "./parameters/subschema.ts";
import { readValue } from "./parameters/value.ts";
import { part } from "./parameters/written.ts";
import { Refusal } from "./refusal.ts";

/** How the fields of a form are described. */
export type DescribedForm = Pick<MediaType, "schema" | "encoding">;

/**
 * Reads a form (`application/x-www-form-urlencoded`) as the object that its schema describes: each of its properties in the style that
 * the description gives it or, where it gives none, as text, as several texts, or as JSON (OpenAPI 3.1 § 4.8.14.3 and § 4.8.15).
 *
 * @throws Refusal 400 with one problem for each field that cannot be read.
 */
export function readForm(
  text: string,
  { schema = true, encoding }: DescribedForm,
  description: Description,
): object {
  const { schemas } = description;
  const pairs = formPairs(text);
  const styled = Object.entries(encoding).filter(([, { style }]) => style !== undefined);
  const isOfStyled = (field: string) =>
    styled.some(([name, how]) => {
      const own = propertySchema(schema, name, schemas);
      return field === name || isPartOf(field, name, how, own, description);
    });
  const names = [...styled.map(([name]) => name), ...[...pairs.keys()].filter((field) => !isOfStyled(field))];

  const problems: Problem[] = [];
  const properties: [string, unknown][] = [];
  for (const name of names) {
    try {
      const value = readField(
        name,
        pairs,
        encoding[name],
        propertySchema(schema, name, schemas),
        description,
      );
      if (value !== undefined) properties.push([name, value]);
    } catch (error) {
      if (!(error instanceof NotSerialisedError)) throw error;
      problems.push({ message: `${name} ${error.message}`, field: name });
    }
  }
  if (problems.length > 0) throw new Refusal(400, problems);
  return Object.fromEntries(properties);
}

/** @returns undefined where it is not there. */
function readField(
  name: string,
  pairs: Pairs,
  how: Encoding | undefined,
  schema: Schema | undefined,
  description: Description,
): unknown {
  const { style, explode = false, contentType } = how ?? {};
  if (style === undefined) {
    const texts = (pairs.get(name) ?? []).map(decoded);
    return isJson(contentType ?? "") ? parsed(texts[0] ?? "") : readValue(part(texts), schema, description);
  }
  if (style === "deepObject") return readValue(deepObject(pairs, name, decoded), schema, description);
  const owns = (field: string) => how !== undefined && isPartOf(field, name, how, schema, description);
  return readValue(
    named(pairs, { name, explode, delimiter: delimiterOf(style), owns }, decoded),
    schema,
    description,
  );
}

/** Whether a field stands for a part of a property, whose style gives it no field of its own. */
function isPartOf(
  field: string,
  name: string,
  { style, explode }: Encoding,
  schema: Schema | undefined,
  { schemas }: Description,
): boolean {
  if (style === "deepObject") return field.startsWith(`${name}[`);
  return explode === true && schema !== undefined && declaresProperty(schema, schemas, field);
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new NotSerialisedError("is not valid JSON");
  }
}
