import { type Encoding, readEncodings } from "./encoding-object.ts";
import { type Example, readExamples } from "./example-object.ts";
import { fieldsOf, isObject } from "./json.ts";
import { type BodyKind, bodyKind } from "./media-type/kind.ts";
import { isReference, resolve } from "./reference-object.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";

/** A body of one media type (OpenAPI 3.1 § 4.8.14). */
export interface MediaType {
  /** As the description has it: a media type or a range of them, with its parameters. */
  readonly name: string;
  readonly kind: BodyKind;
  /** Undefined where the description says nothing of the body but its media type. */
  readonly schema: Schema | undefined;
  /** By the names of a form's properties. */
  readonly encoding: Readonly<Record<string, Encoding>>;
  readonly examples: readonly Example[];
}

/** @param content The field `content` of a normalized Request Body, Response, Header or Parameter Object. */
export function readContent(document: object, content: unknown): MediaType[] {
  return fieldsOf(content).map(([name, value]) =>
    readMediaType(document, name, isObject(value) ? value : {}),
  );
}

function readMediaType(document: object, name: string, media: Readonly<Record<string, unknown>>): MediaType {
  // `normalizeDocument` has made a schema of whatever stands there.
  const schema = media["schema"] as Schema | undefined;
  return {
    name,
    kind: bodyKind(name, isReference(schema) ? resolve<SchemaObject>(document, schema) : schema),
    schema,
    encoding: readEncodings(media["encoding"]),
    examples: readExamples(document, media),
  };
}
