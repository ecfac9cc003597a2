import { isObject, type JsonObject } from "../../description.ts";
import { anchorPart } from "../anchors.ts";
import { type Block, code, type Inline, type Option } from "../document.ts";
import { listAt, objectAt, textAt } from "../read.ts";
import type { Walk } from "../walk.ts";
import { describeSchema, type Place } from "./describe-schema.ts";
import { readSchema } from "./read-schema.ts";
import { isTypeAlone } from "./type-words.ts";

/** The schemas that a schema is composed of (JSON Schema § 10.2 and 10.3.1.1). */
export function choices(walk: Walk, schema: JsonObject, place: Place): Block[] {
  return [
    ...lists.flatMap(([keyword, label]) => choice(walk, [label], keyword, listAt(schema, keyword), place)),
    ...singles
      .filter(([keyword]) => isObject(schema[keyword]) && Object.keys(schema[keyword]).length > 0)
      .flatMap(([keyword, label]) => choice(walk, [label], keyword, [schema[keyword]], place)),
    ...Object.entries(objectAt(schema, "dependentSchemas")).flatMap(([name, dependent]) =>
      choice(walk, ["With ", code(name)], `with-${name}`, [dependent], place),
    ),
  ];
}

const lists = [
  ["allOf", "All of"],
  ["anyOf", "Any of"],
  ["oneOf", "One of"],
  ["prefixItems", "Items, in this order"],
] as const;

const singles = [
  ["not", "Not"],
  ["if", "If"],
  ["then", "Then"],
  ["else", "Else"],
  ["contains", "An item"],
  ["unevaluatedItems", "Any other item"],
  ["propertyNames", "Names of properties"],
  ["contentSchema", "Content"],
] as const;

function choice(walk: Walk, label: Inline[], keyword: string, schemas: unknown[], place: Place): Block[] {
  const isAlternative = keyword === "anyOf" || keyword === "oneOf";
  // The words for the type have said it already.
  const inWords = isAlternative && schemas.every((schema) => isTypeAlone(readSchema(walk.root, schema)));
  if (schemas.length === 0 || inWords) return [];
  const options = schemas.map((schema, index): Option => {
    const { schema: read, component } = readSchema(walk.root, schema);
    const title = textAt(read, "title") ?? component;
    const part = component ?? (schemas.length === 1 ? keyword : `${keyword}-${index + 1}`);
    const anchor = walk.anchors.take(`${place.anchor}${place.separator}${anchorPart(part)}`);
    // What all of the schemas describe together has the anchors of one object.
    const inside = keyword === "allOf" ? place : { ...place, anchor, separator: "." as const };
    const { words, blocks } = describeSchema(walk, schema, { ...inside, description: undefined });
    const isTitle = (word: Inline) => typeof word === "object" && word.text === `(${title})`;
    const rest = words.filter((word) => !isTitle(word));
    return { anchor, ...(title === undefined ? {} : { title }), words: rest, blocks };
  });
  return [{ kind: "choice", label: [...label, ":"], options }];
}
