import { isObject, textOf } from "./json.ts";
import { type MediaType, readContent } from "./media-type-object.ts";
import { resolve } from "./reference-object.ts";

/** OpenAPI 3.1 § 4.8.13. */
export interface RequestBody {
  readonly description: string;
  readonly required: boolean;
  /** In the description's order. */
  readonly content: readonly MediaType[];
}

/** @returns undefined where there is none. */
export function readRequestBody(document: object, requestBody: unknown): RequestBody | undefined {
  if (!isObject(requestBody)) return undefined;
  const { description, required, content } = resolve<Record<string, unknown>>(document, requestBody);
  return {
    description: textOf(description),
    required: required === true,
    content: readContent(document, content),
  };
}
