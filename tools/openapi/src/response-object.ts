import { type Header, readHeaders } from "./header-object.ts";
import { textOf } from "./json.ts";
import { type MediaType, readContent } from "./media-type-object.ts";
import { type Referenced, resolve } from "./reference-object.ts";

/** OpenAPI 3.1 § 4.8.17. */
export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Header[];
  /** Empty where the response has no body. */
  readonly content: readonly MediaType[];
}

export function readResponse(
  document: object,
  status: string,
  reference: Referenced<Readonly<Record<string, unknown>>>,
): Response {
  const { description, headers, content } = resolve<Readonly<Record<string, unknown>>>(document, reference);
  return {
    status,
    description: textOf(description),
    headers: readHeaders(document, headers),
    content: readContent(document, content),
  };
}
