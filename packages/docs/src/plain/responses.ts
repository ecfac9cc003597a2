import type { JsonObject } from "../description.ts";
import { anchorPart } from "./anchors.ts";
import { contentBlocks } from "./content.ts";
import {
  type Block,
  code,
  factsBlock,
  fieldsBlock,
  type Inline,
  paragraph,
  type Section,
} from "./document.ts";
import { headerFields } from "./parameters.ts";
import { entriesAt, objectAt, textAt } from "./read.ts";
import { labelled } from "./schema/facts.ts";
import { markdown, type Walk } from "./walk.ts";

/** The responses of an operation, a section each (OpenAPI 3.1 § 4.8.16), or no section for none. */
export function responsesSection(walk: Walk, operation: JsonObject, anchor: string): Section[] {
  const responses = entriesAt(walk.root, operation, "responses").filter(
    ([status]) => !status.startsWith("x-"),
  );
  if (responses.length === 0) return [];
  const sections = responses.map(([status, response]): Section => {
    const own = walk.anchors.take(`${anchor}-${anchorPart(status)}`);
    const description = textAt(response, "description");
    const isTitle = description !== undefined && isPlainPhrase(description);
    return {
      kind: "section",
      anchor: own,
      title: [code(status), ` ${isTitle ? description.trim() : (statusWords[status] ?? "")}`.trimEnd()],
      blocks: [
        ...markdown(walk, isTitle ? textAt(response, "summary") : description),
        ...headerBlocks(walk, response, own),
        ...contentBlocks(walk, response, own),
        ...entriesAt(walk.root, response, "links").flatMap(([name, link]) => linkBlocks(walk, name, link)),
      ],
    };
  });
  return [
    {
      kind: "section",
      anchor: walk.anchors.take(`${anchor}-responses`),
      title: ["Responses"],
      blocks: sections,
    },
  ];
}

const statusWords: Readonly<Record<string, string>> = { default: "any other status" };

/** A few words without any Markdown read best as part of the heading. */
function isPlainPhrase(text: string): boolean {
  return text.trim().length <= 60 && /^[\p{L}\p{N} ,;:'-]+$/u.test(text.trim());
}

function headerBlocks(walk: Walk, response: JsonObject, anchor: string): Block[] {
  const fields = headerFields(walk, objectAt(response, "headers"), anchor);
  return fields.length === 0 ? [] : [...paragraph("Headers:"), ...fieldsBlock(fields)];
}

/** What can be called next with something of this response (OpenAPI 3.1 § 4.8.20). */
function linkBlocks(walk: Walk, name: string, link: JsonObject): Block[] {
  const target = textAt(link, "operationId") ?? textAt(link, "operationRef") ?? "";
  const parameters = Object.entries(objectAt(link, "parameters"));
  const body = link["requestBody"];
  return [
    ...paragraph("Link ", code(name), " to ", code(target)),
    ...markdown(walk, textAt(link, "description")),
    ...factsBlock([
      ...parameters.map(([parameter, value]): Inline[] => [code(parameter), " is ", code(expression(value))]),
      ...(body === undefined ? [] : [labelled("Request body", [body])]),
    ]),
  ];
}

/** A runtime expression as it is written, and any other value as JSON. */
function expression(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
