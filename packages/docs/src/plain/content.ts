import type { JsonObject } from "../description.ts";
import { anchorPart } from "./anchors.ts";
import { type Block, code, factsBlock, fieldsBlock, paragraph, spaced } from "./document.ts";
import { exampleBlocks } from "./examples.ts";
import { headerFields } from "./parameters.ts";
import { entriesAt, objectAt } from "./read.ts";
import { describeSchema } from "./schema/describe-schema.ts";
import { labelled } from "./schema/facts.ts";
import type { Walk } from "./walk.ts";

/**
 * The media types of a body, each with its schema and examples (OpenAPI 3.1 § 4.8.14). The first one's properties have
 * anchors without its name, since most bodies have no second.
 */
export function contentBlocks(walk: Walk, parent: JsonObject, anchor: string): Block[] {
  return entriesAt(walk.root, parent, "content").flatMap(([mediaType, media], index) => {
    const place = index === 0 ? anchor : walk.anchors.take(`${anchor}-${anchorPart(mediaType)}`);
    const { words, blocks } = describeSchema(walk, media["schema"] ?? media["itemSchema"], {
      anchor: place,
      separator: "-",
      trail: new Map(),
    });
    const each = media["schema"] === undefined && media["itemSchema"] !== undefined ? ["each"] : [];
    return [
      ...paragraph(...spaced([code(mediaType), ...each, ...words])),
      ...blocks,
      ...encodings(walk, media, place),
      ...exampleBlocks(walk, media, mediaType),
    ];
  });
}

/** How the properties of a form are sent (OpenAPI 3.1 § 4.8.15). */
function encodings(walk: Walk, media: JsonObject, anchor: string): Block[] {
  return entriesAt(walk.root, media, "encoding").flatMap(([property, encoding]) => {
    const facts = ["contentType", "style", "explode", "allowReserved"]
      .filter((keyword) => encoding[keyword] !== undefined)
      .map((keyword) => labelled(encodingLabels[keyword] ?? keyword, [encoding[keyword]]));
    const headers = headerFields(walk, objectAt(encoding, "headers"), `${anchor}.${anchorPart(property)}`);
    return [...paragraph("Encoding of ", code(property), ":"), ...factsBlock(facts), ...fieldsBlock(headers)];
  });
}

const encodingLabels: Readonly<Record<string, string>> = {
  contentType: "Content type",
  style: "Style",
  explode: "Exploded",
  allowReserved: "Reserved characters stay as they are",
};
