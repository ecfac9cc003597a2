import { type Encoding, readEncodings } from "./encoding-object.ts";
import { type Example, type ExternalExample, readExamples, readExternalExamples } from "./example-object.ts";
import { entriesOf, type JsonObject, objectOrEmpty } from "./json.ts";
import { type BodyKind, bodyKind } from "./media-type/kind.ts";
import { deref } from "./schema-object/compose.ts";
import type { Schema, Schemas } from "./schema-object.ts";

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
  /** Undefined where there are none. */
  readonly externalExamples?: readonly ExternalExample[] | undefined;
}

/** @param content The field `content` of a normalized Request Body, Response, Header or Parameter Object. */
export function readContent(document: object, content: unknown): MediaType[] {
  return entriesOf(content).map(([name, media]) => readMediaType(document, name, objectOrEmpty(media)));
}

function readMediaType(document: object, name: string, media: JsonObject): MediaType {
  // `normalizeDocument` has made a schema of whatever stands there.
  const schema = media["schema"] as Schema | undefined;
  return {
    name,
    kind: bodyKind(name, schema === undefined ? undefined : deref(schema, schemasOf(document))),
    schema,
    encoding: readEncodings(media["encoding"], name),
    examples: readExamples(document, media),
    externalExamples: readExternalExamples(document, media),
  };
}

function schemasOf(document: object): Schemas {
  const { schemas } = objectOrEmpty(objectOrEmpty(document)["components"]);
  // `normalizeDocument` has made schemas of them.
  return objectOrEmpty(schemas) as Schemas;
}
