import { type Example, isJson } from "@visitors-api/openapi";
import { json } from "../json.ts";
import type { ExampleDocument } from "./document.ts";
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
