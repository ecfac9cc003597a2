import { allParts, isFile, type Schema } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { type DescribedForm, readFields } from "./fields.ts";
import { BrokenBodyError } from "./incoming.ts";
import { itemSchema, propertySchema } from "./parameters/subschema.ts";

/**
 * Reads a body of `multipart/form-data` (RFC 7578) as the object that its schema describes: where that has a file, the part is one,
 * and any other part is text, or JSON where that is what the property may be.
 *
 * @throws BrokenBodyError; Refusal 400 with one problem for each property that cannot be read.
 */
export async function readMultipart(
  bytes: Uint8Array,
  contentType: string,
  form: DescribedForm,
  description: Description,
): Promise<object> {
  const { schemas } = description;
  const data = await parts(bytes, contentType);
  const files: [string, unknown][] = [];
  const texts = new Map<string, string[]>();
  for (const name of new Set(data.keys())) {
    const own = propertySchema(form.schema ?? true, name, schemas);
    const entries = data.getAll(name);
    if (entries.some((entry) => typeof entry !== "string") && takesFiles(own, description)) {
      const isList = own !== undefined && itemSchema(own, 0, schemas) !== undefined;
      files.push([name, isList ? entries : entries[0]]);
    } else {
      const contents = entries.map((entry) => (typeof entry === "string" ? entry : entry.text()));
      texts.set(name, await Promise.all(contents));
    }
  }
  // Nothing in a part is encoded.
  const fields = readFields(texts, form, description, (text) => text);
  return Object.fromEntries([...Object.entries(fields), ...files]);
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
