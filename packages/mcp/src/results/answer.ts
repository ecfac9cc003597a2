import type { CallToolResult, ContentBlock } from "@modelcontextprotocol/server";
import { isObject } from "@visitors-api/openapi";
import type { ApiOperation } from "../api.ts";
import { bytesContent, readStart } from "./bytes.ts";
import { conforming } from "./conforming.ts";
import { cutTo } from "./cut.ts";
import { pickFields } from "./pick-fields.ts";
import { textContent } from "./result.ts";

/** How long an answer may be, in characters of JSON: some five thousand tokens, of which a conversation has room for many. */
const longestAnswer = 20_000;

/** What a call was answered, as a model reads it: as text and, where it is JSON, as structured content. */
export async function answerOf(
  operation: ApiOperation,
  data: unknown,
  fields: readonly string[],
): Promise<CallToolResult> {
  const { structuredContent, content } = await contentOf(operation, data, fields);
  return {
    content,
    // A tool that says what it answers has to answer it (Model Context Protocol, "Output Schema").
    ...(operation.output !== undefined && { structuredContent: structuredContent ?? {} }),
  };
}

interface Content {
  readonly content: ContentBlock[];
  readonly structuredContent?: Record<string, unknown>;
}

async function contentOf(
  operation: ApiOperation,
  data: unknown,
  fields: readonly string[],
): Promise<Content> {
  if (data === undefined) return { content: [textContent("It is done; the API answered without a body.")] };
  if (data instanceof Blob) return { content: await bytesContent(data) };
  if (data instanceof ReadableStream) return { content: textContents(await readStart(data, longestAnswer)) };
  if (typeof data === "string" && operation.output === undefined) return { content: textContents(data) };
  return jsonContent(operation, data, fields);
}

function textContents(text: string): ContentBlock[] {
  if (text.length <= longestAnswer) return [textContent(text)];
  return [
    textContent(text.slice(0, longestAnswer)),
    textContent(`The answer is cut after ${longestAnswer} of ${text.length} characters.`),
  ];
}

function jsonContent(
  { output, isWrapped, arguments: places }: ApiOperation,
  data: unknown,
  fields: readonly string[],
): Content {
  const { value: asked, missing } =
    fields.length === 0 ? { value: data, missing: [] } : pickFields(data, fields);
  const { value, notes } = cutTo(asked, longestAnswer);
  const structured = conforming(isWrapped ? { result: value } : value, output ?? {});
  const remarks = [
    notes.length === 0
      ? ""
      : `The answer was too long, and here are ${notes.join("; ")}. Call again with \`${places.fields}\`, the names of what you need with dots between them, or ask the API for less.`,
    missing.length === 0
      ? ""
      : `The answer has no ${missing.map((name) => `\`${name}\``).join(", ")}. It has ${namesIn(data)}.`,
    structured.left.length === 0
      ? ""
      : `Not as the API is described, and therefore only in this text: ${[...new Set(structured.left)]
          .slice(0, 10)
          .map((path) => `\`${path}\``)
          .join(", ")}.`,
  ];
  return {
    content: [JSON.stringify(value), ...remarks].filter((text) => text !== "").map(textContent),
    ...(isObject(structured.value) && { structuredContent: structured.value }),
  };
}

function namesIn(data: unknown): string {
  const first = Array.isArray(data) ? data[0] : data;
  const names = isObject(first) ? Object.keys(first).slice(0, 50) : [];
  return names.length === 0 ? "no properties" : names.map((name) => `\`${name}\``).join(", ");
}
