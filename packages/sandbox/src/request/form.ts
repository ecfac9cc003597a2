import type { Description } from "../description/description.ts";
import { type DescribedForm, readFields } from "./fields.ts";
import { decoded } from "./parameters/decoded.ts";
import { formPairs } from "./parameters/pairs.ts";

/**
 * Reads a body of `application/x-www-form-urlencoded` as the object that its schema describes.
 *
 * @throws Refusal 400 with one problem for each property that cannot be read.
 */
export function readForm(text: string, form: DescribedForm, description: Description): object {
  return readFields(formPairs(text), form, description, decoded);
}
