import { type Example, type ExternalExample, isJson } from "@visitors-api/openapi";
import { json } from "../json.ts";
import { plainText } from "../markdown/plain-text.ts";
import { code, type ExampleDocument, type Fact } from "./document.ts";
import type { Walk } from "./walk.ts";

/** The examples of a media type, parameter or header, as they would be sent. */
export function exampleDocuments(
  walk: Walk,
  examples: readonly Example[],
  mediaType = "application/json",
): ExampleDocument[] {
  return examples.flatMap(({ name, summary, description, value }): ExampleDocument[] => {
    const isText = typeof value === "string" && !isJson(mediaType);
    const text = walk.example(isText ? value : json(value, 2));
    if (text === undefined) return [];
    return [
      {
        title: summary || name,
        description: walk.markdown(description),
        language: isText ? "" : "json",
        text,
      },
    ];
  });
}

/** Where the values of other examples are to be found. Only an address of the web becomes a link: another may lead anywhere. */
export function externalExampleFacts(examples: readonly ExternalExample[] = []): Fact[] {
  return examples.map(({ name, summary, description, externalValue }): Fact => {
    const isWeb = /^https?:\/\//i.test(externalValue) && URL.canParse(externalValue);
    const about = plainText(description)?.replace(/\s+/g, " ");
    return [
      `Example ${summary || name}${about ? ` (${about})` : ""}: `,
      isWeb ? { kind: "link", to: externalValue, text: externalValue } : code(externalValue),
    ];
  });
}
