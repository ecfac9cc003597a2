import { type Example, readExamples } from "./example-object.ts";
import { objectOrEmpty, textOf } from "./json.ts";
import { readContent } from "./media-type-object.ts";
import type { Schema } from "./schema-object.ts";

export type ParameterLocation = "path" | "query" | "header" | "cookie";

/** How a value is written into a request, or a response's header (OpenAPI 3.1 § 4.8.12.2). */
export interface Serialization {
  /** One of § 4.8.12.3: `simple`, `form`, `label`, `matrix`, `spaceDelimited`, `pipeDelimited`, `deepObject`. */
  readonly style: string;
  /** Whether each item of a list, and each property of an object, stands by itself. */
  readonly explode: boolean;
  /** Whether characters that RFC 3986 § 2.2 reserves are written as they are. */
  readonly allowReserved: boolean;
  /** Set where the value is a document of this media type, in place of being written in a style. */
  readonly mediaType: string | undefined;
}

/** OpenAPI 3.1 § 4.8.12. */
export interface Parameter extends Serialization {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description: string;
  /** A path parameter always is. */
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly allowEmptyValue: boolean;
  /** Undefined where the description says nothing of the value. */
  readonly schema: Schema | undefined;
  /** The parameter's own and those of its `content`, but not those of its schema. */
  readonly examples: readonly Example[];
}

/** OpenAPI 3.1 § 4.8.12.2: where no style is given. */
const defaultStyles = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

/** OpenAPI 3.1 § 4.8.12.2: header parameters of these names are ignored, for other fields say what they would. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Whether a header parameter is one that other fields of the description speak of. */
export function isIgnoredHeader(name: string): boolean {
  return ignoredHeaders.has(name.toLowerCase());
}

/** @returns undefined for one that is in none of the four places. */
export function readParameter(
  document: object,
  parameter: Readonly<Record<string, unknown>>,
): Parameter | undefined {
  const place = parameter["in"];
  if (!isLocation(place)) return undefined;
  return {
    name: textOf(parameter["name"]),
    in: place,
    required: place === "path" || parameter["required"] === true,
    allowEmptyValue: parameter["allowEmptyValue"] === true,
    ...readValue(document, parameter, place),
  };
}

/** What parameters and headers have in common (OpenAPI 3.1 § 4.8.21). */
export function readValue(
  document: object,
  described: Readonly<Record<string, unknown>>,
  place: ParameterLocation,
) {
  const [content] = readContent(document, objectOrEmpty(described["content"]));
  const style = textOf(described["style"]) || defaultStyles[place];
  const { explode } = described;
  const own = readExamples(document, described);
  return {
    description: textOf(described["description"]),
    deprecated: described["deprecated"] === true,
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    allowReserved: described["allowReserved"] === true,
    mediaType: content?.name,
    // `normalizeDocument` has made a schema of whatever stands there.
    schema: content ? content.schema : (described["schema"] as Schema | undefined),
    examples: own.length > 0 ? own : (content?.examples ?? []),
  };
}

function isLocation(place: unknown): place is ParameterLocation {
  return typeof place === "string" && Object.hasOwn(defaultStyles, place);
}
