import { type Deprecation, readDeprecation } from "./deprecation.ts";
import { type Example, type ExternalExample, readExamples, readExternalExamples } from "./example-object.ts";
import { type JsonObject, textOf } from "./json.ts";
import { readContent } from "./media-type-object.ts";
import type { Notice } from "./notice.ts";
import { under } from "./reference-object.ts";
import type { Schema } from "./schema-object.ts";
import { isLocation, type ParameterLocation, type Serialization, styleOf } from "./style.ts";

/** OpenAPI 3.1 § 4.8.12. */
export interface Parameter extends Serialization, Deprecation {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description: string;
  /** A path parameter always is. */
  readonly required: boolean;
  readonly allowEmptyValue: boolean;
  /** Undefined where the description says nothing of the value. */
  readonly schema: Schema | undefined;
  /** The parameter's own and those of its `content`, but not those of its schema. */
  readonly examples: readonly Example[];
  /** Undefined where there are none. */
  readonly externalExamples?: readonly ExternalExample[] | undefined;
}

/** What is read as something else in a parameter or a header. */
export function parameterNotices(parameter: JsonObject, pointer: string): Notice[] {
  const { in: place = "header", style } = parameter;
  if (!isLocation(place)) {
    const message = `\`in\` is none of path, query, header and cookie; the parameter is left out.`;
    return [{ message, pointer: under(pointer, "in") }];
  }
  const read = styleOf(place, style).style;
  if (style === undefined || style === read) return [];
  const message = `\`${style}\` is no style of a ${place} parameter; it is read as \`${read}\`.`;
  return [{ message, pointer: under(pointer, "style") }];
}

/** OpenAPI 3.1 § 4.8.12.2: header parameters of these names are ignored, for other fields say what they would. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Whether a header parameter is one that other fields of the description speak of. */
export function isIgnoredHeader(name: string): boolean {
  return ignoredHeaders.has(name.toLowerCase());
}

/** @returns undefined for one that is in none of the four places. */
export function readParameter(document: object, parameter: JsonObject): Parameter | undefined {
  const place = parameter["in"];
  if (!isLocation(place)) return undefined;
  return {
    name: textOf(parameter["name"]),
    in: place,
    required: place === "path" || parameter["required"] === true,
    allowEmptyValue: place === "query" && parameter["allowEmptyValue"] === true,
    ...readValue(document, parameter, place),
  };
}

/** What parameters and headers have in common (OpenAPI 3.1 § 4.8.21). */
export function readValue(document: object, described: JsonObject, place: ParameterLocation) {
  const [content] = readContent(document, described["content"]);
  const own = readExamples(document, described);
  return {
    description: textOf(described["description"]),
    ...readDeprecation(described),
    ...styleOf(place, described["style"], described["explode"]),
    allowReserved: place === "query" && described["allowReserved"] === true,
    mediaType: content?.name,
    // `normalizeDocument` has made a schema of whatever stands there.
    schema: content ? content.schema : (described["schema"] as Schema | undefined),
    examples: own.length > 0 ? own : (content?.examples ?? []),
    externalExamples: readExternalExamples(document, described) ?? content?.externalExamples,
  };
}
