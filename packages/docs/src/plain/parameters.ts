import { isObject, type JsonObject } from "../description.ts";
import { anchorPart } from "./anchors.ts";
import { type Block, code, type Field, type Inline, mark, type Section } from "./document.ts";
import { exampleBlocks } from "./examples.ts";
import { dereference, objectAt, objectsAt, textAt } from "./read.ts";
import { describeField } from "./schema/describe-schema.ts";
import { labelled } from "./schema/facts.ts";
import type { Walk } from "./walk.ts";

/** In the order of OpenAPI 3.1 § 4.8.12.1, and then what else there may be. */
const places = ["path", "query", "querystring", "header", "cookie"];

/** The parameters of an operation and of its path item, by place; the operation's win (OpenAPI 3.1 § 4.8.10). */
export function parameterSections(
  walk: Walk,
  pathItem: JsonObject,
  operation: JsonObject,
  anchor: string,
): Section[] {
  const parameters = new Map<string, JsonObject>();
  for (const given of [...objectsAt(pathItem, "parameters"), ...objectsAt(operation, "parameters")]) {
    const parameter = dereference(walk.root, given);
    parameters.set(JSON.stringify([parameter["in"], parameter["name"]]), parameter);
  }
  const all = [...parameters.values()];
  const known = new Set([...places, ...all.map((parameter) => String(parameter["in"]))]);
  return [...known].flatMap((place): Section[] => {
    const here = all.filter((parameter) => parameter["in"] === place);
    if (here.length === 0) return [];
    const section = walk.anchors.take(`${anchor}-${anchorPart(place)}`);
    const fields = here.map((parameter) => {
      const name = String(parameter["name"]);
      return parameterField(walk, code(name), parameter, `${section}-${anchorPart(name)}`);
    });
    const title = `${place.charAt(0).toUpperCase()}${place.slice(1)} parameters`;
    return [{ kind: "section", anchor: section, title: [title], blocks: [{ kind: "fields", fields }] }];
  });
}

/** Headers of a response or of a part of a form (OpenAPI 3.1 § 4.8.21). */
export function headerFields(walk: Walk, headers: JsonObject, anchor: string): Field[] {
  return Object.entries(headers)
    .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    .map(([name, header]) =>
      parameterField(
        walk,
        code(name),
        dereference(walk.root, header),
        `${anchor}-header-${anchorPart(name)}`,
      ),
    );
}

function parameterField(walk: Walk, name: Inline, parameter: JsonObject, anchor: string): Field {
  // A parameter has a schema, or one media type that has it (OpenAPI 3.1 § 4.8.12.2).
  const [content] = Object.entries(objectAt(parameter, "content"));
  const media = isObject(content?.[1]) ? content[1] : undefined;
  const field = describeField(walk, {
    name,
    anchor,
    required: parameter["required"] === true,
    schema: parameter["schema"] ?? media?.["schema"],
    description: textAt(parameter, "description"),
    facts: [
      ...(content === undefined ? [] : [["As ", code(content[0])]]),
      ...stylesOf(parameter),
      ...(parameter["example"] === undefined ? [] : [labelled("Example", [parameter["example"]])]),
    ],
  });
  const examples: Block[] = [
    ...exampleBlocks(walk, { examples: parameter["examples"] }, "application/json"),
    ...(media === undefined ? [] : exampleBlocks(walk, media, content?.[0] ?? "")),
  ];
  const marked = parameter["deprecated"] === true ? [...field.words, mark("deprecated")] : field.words;
  return { ...field, words: marked, blocks: [...field.blocks, ...examples] };
}

function stylesOf(parameter: JsonObject): Inline[][] {
  const labels = [
    ["style", "Style"],
    ["explode", "Exploded"],
    ["allowReserved", "Reserved characters stay as they are"],
    ["allowEmptyValue", "May be empty"],
  ] as const;
  return labels
    .filter(([keyword]) => parameter[keyword] !== undefined)
    .map(([keyword, label]) => labelled(label, [parameter[keyword]]));
}
