import { type JsonObject, placeOfBody } from "@visitors-api/openapi";
import type { MediaTypeObject } from "../read/openapi-document.ts";
import type { Direction } from "../rules/rule.ts";
import { compareExamples } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { schemaAt } from "./schema/view.ts";
import type { Sides } from "./sides.ts";
import { canonical, code, pairs } from "./values.ts";

/** A body as a reader would call it, and what decides how it is read. */
export interface Body {
  readonly subject: string;
  readonly mediaType: string;
  readonly direction: Direction;
}

/** @see https://spec.openapis.org/oas/v3.1.0#media-type-object */
export function compareMediaTypes(
  { before, after, schemas }: Sides,
  findings: Findings,
  { subject, mediaType, direction }: Body,
  was: MediaTypeObject,
  is: MediaTypeObject,
): void {
  const schemaOf = (media: MediaTypeObject) => schemaAt(media, "schema", placeOfBody(mediaType));
  findings.parts.push(schemas.compare(schemaOf(was), schemaOf(is), direction, { root: subject, path: "" }));
  compareExamples(findings, subject, [was, is], [before, after]);
  const encodings = [was, is].map(({ encoding = {} }) => new Map(Object.entries(encoding)));
  for (const { key, ...encoding } of pairs(encodings[0] ?? new Map(), encodings[1] ?? new Map())) {
    const [style, otherStyle] = [describeEncoding(encoding.before), describeEncoding(encoding.after)];
    if (style === otherStyle) continue;
    const spots = [
      { node: encoding.before ?? was, key: "encoding" },
      { node: encoding.after ?? is, key: "encoding" },
    ] as const;
    const words = { subject: `the field ${code(key)} of ${subject}`, was: style, is: otherStyle };
    findings.add("parameter-style-changed", words, ...spots);
  }
}

/** Whether two bodies are the same but for how they are written. */
export function isAlike({ before, after }: Sides, was: MediaTypeObject, is: MediaTypeObject): boolean {
  return canonical(before, was.schema) === canonical(after, is.schema);
}

/** Where one of the three words on a style is there, the others have their defaults (OpenAPI 3.1 § 4.8.15.1.2). */
function describeEncoding(encoding: JsonObject = {}): string {
  const { contentType, headers, style, explode, allowReserved } = encoding;
  const isStyled = [style, explode, allowReserved].some((field) => field !== undefined);
  const said = {
    contentType,
    headers,
    ...(isStyled && {
      style: style ?? "form",
      explode: explode ?? (style ?? "form") === "form",
      allowReserved: allowReserved ?? false,
    }),
  };
  const marks = Object.entries(said).flatMap(([key, value]) =>
    value === undefined ? [] : [code({ [key]: value })],
  );
  return marks.join(", ") || "the media type has it";
}
