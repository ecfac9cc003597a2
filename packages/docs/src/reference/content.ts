import { isJson, type MediaType } from "@visitors-api/openapi";
import { anchorPart } from "./anchors.ts";
import { type ContentDocument, code, type Fact } from "./document.ts";
import { exampleDocuments, externalExampleFacts } from "./examples.ts";
import { describeSchema } from "./schema/describe-schema.ts";
import type { Place, Walk } from "./walk.ts";

/**
 * The media types of a body (OpenAPI 3.1 § 4.8.14). The first one's properties have anchors without its name, since most
 * bodies have no second.
 */
export function contentDocuments(
  walk: Walk,
  content: readonly MediaType[],
  { anchor, direction }: Pick<Place, "anchor" | "direction">,
): ContentDocument[] {
  return content.map(({ name, schema, encoding, examples, externalExamples }, index): ContentDocument => {
    const place = index === 0 ? anchor : walk.anchors.take(`${anchor}-${anchorPart(name)}`);
    const isSampled = direction === "response" && index === 0 && isJson(name) && schema !== undefined;
    const shown = isSampled && examples.length === 0 && !externalExamples ? walk.sampled(schema) : examples;
    return {
      anchor: place,
      mediaType: name,
      schema:
        schema === undefined
          ? undefined
          : describeSchema(walk, schema, { anchor: place, separator: "-", trail: new Map(), direction }),
      encodings: Object.entries(encoding).flatMap(
        ([property, { contentType, style, explode, allowReserved }]): Fact[] => {
          const words = [
            ...(contentType === undefined ? [] : [" as ", code(contentType)]),
            ...(style === undefined ? [] : [" in the style ", code(style)]),
            ...(explode === undefined ? [] : [explode ? ", each value by itself" : ", all values together"]),
            ...(allowReserved ? [", reserved characters as they are"] : []),
          ];
          return words.length === 0 ? [] : [[code(property), " is sent", ...words]];
        },
      ),
      examples: exampleDocuments(walk, shown, name),
      externalExamples: externalExampleFacts(externalExamples),
    };
  });
}
