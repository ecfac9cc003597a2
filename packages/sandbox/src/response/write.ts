import { isJson, isObject, isRange, type MediaType, type Schemas, writeXml } from "@visitors-api/openapi";
import { isForm, isXml, withinRange } from "./media-types.ts";

/** A body as it is sent. */
export interface Written {
  /** Its media type, which is no range. */
  readonly name: string;
  readonly body: string;
  /** Whether the sandbox knows how values of this kind are written in the media type. */
  readonly isKnown: boolean;
}

/**
 * Writes a value in a media type: as JSON, as XML by what its schema says of that, as a form; a text and a number as they are, and
 * nothing as nothing. Of anything else in any other media type only an example says how it is written: it is JSON then.
 *
 * @param value Undefined where the description says nothing of the body.
 */
export function write(
  value: unknown,
  { name: described, kind, schema = true }: Pick<MediaType, "name" | "kind" | "schema">,
  accept: string | undefined,
  schemas: Schemas,
): Written {
  if (isJson(described)) return { name: described, body: JSON.stringify(value ?? null), isKnown: true };
  const isText = typeof value === "string" || value === undefined;
  const takes = (mediaType: string) =>
    isJson(mediaType) ? !isText || kind === "json" : isText || isXml(mediaType) || isForm(mediaType);
  const name = isRange(described) ? withinRange(described, accept, takes) : described;
  if (isJson(name)) return { name, body: JSON.stringify(value ?? null), isKnown: true };
  if (value === undefined || value === null) return { name, body: "", isKnown: true };
  if (isXml(name) && !isText) return { name, body: writeXml(value, schema, schemas), isKnown: true };
  if (isForm(name) && isObject(value)) return { name, body: writeForm(value), isKnown: true };
  if (typeof value !== "object") return { name, body: String(value), isKnown: true };
  return { name, body: JSON.stringify(value), isKnown: false };
}

function writeForm(value: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(value).flatMap(([name, property]) =>
    [property].flat().map((item) => [name, typeof item === "object" ? JSON.stringify(item) : String(item)]),
  );
  return new URLSearchParams(pairs).toString();
}
