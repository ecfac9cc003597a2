import { isObject, type JsonObject } from "../../description.ts";
import { anchorPart } from "../anchors.ts";
import { type Block, code, type Field, factsBlock, fieldsBlock, type Inline, mark } from "../document.ts";
import { joinTexts, listAt, objectAt, textAt } from "../read.ts";
import { markdown, type Walk } from "../walk.ts";
import { choices } from "./choices.ts";
import { schemaFacts } from "./facts.ts";
import { type ReadSchema, readSchema } from "./read-schema.ts";
import { typeWords } from "./type-words.ts";

/** Where on the page a schema is described. */
export type Place = {
  /** Anchor of what the schema belongs to; those of its properties begin with it. */
  anchor: string;
  /** What stands in an anchor before the name of a property: `-` at first, `.` inside another property. */
  separator: "-" | ".";
  /** The references that are being followed, with the anchor of the place where each is described. */
  trail: ReadonlyMap<string, string>;
  /** What the owner of the schema says itself; that stands first. */
  description?: string | undefined;
  facts?: Inline[][];
};

export type DescribedSchema = {
  /** Type, title and marks, to stand with a space between them. */
  words: Inline[];
  blocks: Block[];
};

/** Describes a schema with everything in it. */
export function describeSchema(walk: Walk, schema: unknown, place: Place): DescribedSchema {
  walk.countSchema();
  const read = readSchema(walk.root, schema);
  const elsewhere = linkElsewhere(walk, read, place);
  return {
    words: [...wordsOf(walk, read, elsewhere), ...marksOf(read.schema)],
    blocks: [
      ...markdown(walk, joinTexts(place.description, textAt(read.schema, "description"))),
      ...factsBlock(distinct([...schemaFacts(read.schema), ...(place.facts ?? [])])),
      ...(elsewhere === undefined ? contentOf(walk, read, place) : []),
    ],
  };
}

/** A property, parameter or header as a field. */
export function describeField(
  walk: Walk,
  field: Partial<Pick<Place, "trail" | "description" | "facts">> & {
    name: Inline;
    anchor: string;
    required: boolean;
    schema: unknown;
  },
): Field {
  const anchor = walk.anchors.take(field.anchor);
  const { name, required, schema, trail = new Map(), description, facts = [] } = field;
  const place: Place = { anchor, separator: ".", trail, description, facts };
  const { words, blocks } = describeSchema(walk, schema, place);
  return { anchor, name, words: [...words, ...(required ? [mark("required")] : [])], blocks };
}

/** A parameter and its schema often give the same example. */
function distinct(facts: Inline[][]): Inline[][] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** The link that stands for a schema which is described in another place. */
function linkElsewhere(walk: Walk, read: ReadSchema, place: Place): Inline | undefined {
  const text = textAt(read.schema, "title") ?? read.component ?? "above";
  for (const reference of read.references) {
    const anchor = place.trail.get(reference);
    if (anchor !== undefined) return { kind: "link", to: `#${anchor}`, text };
  }
  const [reference] = read.references;
  const isBody = place.separator === "-" && place.trail.size === 0;
  if (reference === undefined || isBody || !hasContent(read.schema)) return undefined;
  const anchor = walk.sharedSchema(reference, text);
  return anchor === undefined ? undefined : { kind: "link", to: `#${anchor}`, text };
}

function wordsOf(walk: Walk, read: ReadSchema, elsewhere: Inline | undefined): Inline[] {
  const type: Inline = { kind: "type", text: typeWords(walk.root, read) };
  const title = textAt(read.schema, "title") ?? titleOfItems(walk, read.schema);
  if (elsewhere !== undefined) return [type, elsewhere];
  return title === undefined ? [type] : [type, { kind: "type", text: `(${title})` }];
}

function titleOfItems(walk: Walk, schema: JsonObject): string | undefined {
  return schema["items"] === undefined
    ? undefined
    : textAt(readSchema(walk.root, schema["items"]).schema, "title");
}

function marksOf(schema: JsonObject): Inline[] {
  return [
    ...(schema["deprecated"] === true ? [mark("deprecated")] : []),
    ...(schema["readOnly"] === true ? [mark("read only")] : []),
    ...(schema["writeOnly"] === true ? [mark("write only")] : []),
  ];
}

/** Whether there is anything to describe behind the schema's own line. */
function hasContent(schema: JsonObject): boolean {
  return [
    ...["properties", "patternProperties", "additionalProperties", "items", "prefixItems"],
    ...["oneOf", "anyOf", "allOf", "not", "if"],
  ].some((keyword) => typeof schema[keyword] === "object");
}

function contentOf(walk: Walk, read: ReadSchema, place: Place): Block[] {
  const trail = new Map(place.trail);
  for (const reference of read.references) trail.set(reference, place.anchor);
  const inside: Place = { anchor: place.anchor, separator: place.separator, trail };
  return [
    ...itemsOf(walk, read.schema, inside),
    ...fieldsBlock(propertiesOf(walk, read.schema, inside)),
    ...choices(walk, read.schema, inside),
  ];
}

/** The items of an array: what they have in them belongs to the array's own place. */
function itemsOf(walk: Walk, schema: JsonObject, place: Place): Block[] {
  if (!isObject(schema["items"])) return [];
  const { words, blocks } = describeSchema(walk, schema["items"], { ...place, separator: "." });
  const link = words.find((word) => typeof word === "object" && word.kind === "link");
  if (link !== undefined) return [{ kind: "paragraph", content: ["Each item: ", link] }, ...blocks];
  const saysMore = blocks.some(({ kind }) => kind === "markdown" || kind === "facts");
  return saysMore ? [{ kind: "paragraph", content: ["Each item:"] }, ...blocks] : blocks;
}

function propertiesOf(walk: Walk, schema: JsonObject, place: Place): Field[] {
  const required = new Set(listAt(schema, "required"));
  const field = (name: Inline, key: string, value: unknown): Field =>
    describeField(walk, {
      name,
      anchor: `${place.anchor}${place.separator}${anchorPart(key)}`,
      required: required.has(key),
      schema: value,
      trail: place.trail,
    });
  const others = ["additionalProperties", "unevaluatedProperties"].filter((keyword) => {
    return isObject(schema[keyword]) || schema[keyword] === true;
  });
  return [
    ...Object.entries(objectAt(schema, "properties")).map(([name, value]) => field(code(name), name, value)),
    ...Object.entries(objectAt(schema, "patternProperties")).map(([pattern, value]) =>
      field(code(`/${pattern}/`), `/${pattern}/`, value),
    ),
    ...others.map((keyword) => field("any other property", keyword, schema[keyword])),
  ];
}
