import { isObject, type JsonObject } from "../description.ts";
import { type Block, paragraph } from "./document.ts";
import { dereference, textAt } from "./read.ts";
import { markdown, type Walk } from "./walk.ts";

/** The examples of a media type, parameter or header, each with what is said about it. */
export function exampleBlocks(walk: Walk, parent: JsonObject, mediaType: string): Block[] {
  const named = isObject(parent["examples"]) ? Object.entries(parent["examples"]) : [];
  const examples = named.map(([name, example]): [string, JsonObject] => {
    return [name, isObject(example) ? dereference(walk.root, example) : { value: example }];
  });
  if (parent["example"] !== undefined) examples.unshift(["", { value: parent["example"] }]);
  return examples.flatMap(([name, example]) => {
    const external = textAt(example, "externalValue");
    const title = textAt(example, "summary") ?? name;
    return [
      ...paragraph(title === "" ? "Example:" : `Example: ${title}`),
      ...markdown(walk, textAt(example, "description")),
      ...(external === undefined ? [] : paragraph({ kind: "link", to: external, text: external })),
      ...codeOf(example, mediaType),
    ];
  });
}

function codeOf(example: JsonObject, mediaType: string): Block[] {
  const value = example["value"] ?? example["dataValue"];
  const given = value === undefined ? example["serializedValue"] : value;
  if (given === undefined && example["value"] === undefined) return [];
  const isJson = /[/+]json\b/i.test(mediaType);
  const text = typeof given === "string" && !isJson ? given : (JSON.stringify(given, null, 2) ?? "");
  return [{ kind: "code", text, language: isJson || typeof given !== "string" ? "json" : "" }];
}
