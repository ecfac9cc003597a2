import { allParts, isFile, type Schema } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { DescribedForm } from "./form.ts";
import { BrokenBodyError } from "./incoming.ts";
import { itemSchema, propertySchema } from "./parameters/subschema.ts";
import { readValue } from "./parameters/value.ts";
import { part } from "./parameters/written.ts";

/**
 * Reads a body of `multipart/form-data` (RFC 7578) as the object that its schema describes: where that has a file, the part is one,
 * and any other part is text, or JSON where that is what the property may be.
 *
 * @throws BrokenBodyError
 */
export async function readMultipart(
  bytes: Uint8Array,
  contentType: string,
  { schema = true }: DescribedForm,
  description: Description,
): Promise<object> {
  const form = await parts(bytes, contentType);
  const properties = [...new Set(form.keys())].map(async (name): Promise<[string, unknown]> => {
    const own = propertySchema(schema, name, description.schemas);
    const entries = form.getAll(name);
    if (entries.some((entry) => typeof entry !== "string") && takesFiles(own, description)) {
      const isList = own !== undefined && itemSchema(own, 0, description.schemas) !== undefined;
      return [name, isList ? entries : entries[0]];
    }
    const texts = await Promise.all(
      entries.map((entry) => (typeof entry === "string" ? entry : entry.text())),
    );
    return [name, readValue(part(texts), own, description)];
  });
  return Object.fromEntries(await Promise.all(properties));
}

async function parts(bytes: Uint8Array, contentType: string): Promise<FormData> {
  try {
    // Whatever the bytes came from, `Response` only reads them.
    const body = bytes as Uint8Array<ArrayBuffer>;
    return await new Response(body, { headers: { "content-type": contentType } }).formData();
  } catch {
    throw new BrokenBodyError("it is not multipart/form-data with the boundary of its Content-Type");
  }
}

/** Whether a property is a file, or a list of them, as one is of which nothing is said. */
function takesFiles(schema: Schema | undefined, { schemas }: Description): boolean {
  if (schema === undefined || schema === true) return true;
  const item = itemSchema(schema, 0, schemas);
  return [...allParts(schema, schemas), ...allParts(item, schemas)].some(isFile);
}
