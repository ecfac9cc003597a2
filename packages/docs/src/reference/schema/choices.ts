import { pointerKeys, type Schema } from "@visitors-api/openapi";
import { anchorPart } from "../anchors.ts";
import { type Choice, code, type Inline, type Option, type SchemaDocument } from "../document.ts";
import type { DescribeSchema, Place, Walk } from "../walk.ts";
import { readShape, type Shape } from "./shape.ts";
import { isTypeAlone, joined } from "./type-words.ts";

/** The schemas that a schema is composed of (JSON Schema Core § 10.2 and 10.3.1.1). */
export function choicesOf(walk: Walk, shape: Shape, place: Place, describe: DescribeSchema): Choice[] {
  const { schema } = shape;
  const lists = [
    ["anyOf", "Any of"],
    ["oneOf", "One of"],
    ["prefixItems", "Items, in this order"],
  ] as const;
  const singles = [
    ["not", "Must not be"],
    ["if", "If it is"],
    ["then", "Then it is"],
    ["else", "Otherwise it is"],
    ["contains", "Has an item that is"],
    ["unevaluatedItems", "Any other item is"],
    ["propertyNames", "Names of properties are"],
  ] as const;
  const given: [keyword: string, label: Inline[], schemas: readonly Schema[]][] = [
    ...lists.map(([keyword, label]): [string, Inline[], readonly Schema[]] => [
      keyword,
      [label],
      schema[keyword] ?? [],
    ]),
    ...singles.flatMap(([keyword, label]): [string, Inline[], readonly Schema[]][] => {
      const single = schema[keyword];
      return typeof single === "object" && Object.keys(single).length > 0
        ? [[keyword, [label], [single]]]
        : [];
    }),
    ...Object.entries(schema.dependentSchemas ?? {}).map(
      ([name, single]): [string, Inline[], readonly Schema[]] => [
        `with-${name}`,
        ["With ", code(name)],
        [single],
      ],
    ),
  ];
  return given.flatMap(([keyword, label, schemas]) => {
    const shapes = schemas.map((one) => readShape(walk.description.schemas, one));
    const isUnion = keyword === "anyOf" || keyword === "oneOf";
    // The words for the type have said it already.
    if (shapes.length === 0 || (isUnion && shapes.every(isTypeAlone))) return [];
    return [choice(walk, { keyword, label, schemas, shapes, base: shape }, place, describe)];
  });
}

type Given = {
  readonly keyword: string;
  readonly label: Inline[];
  readonly schemas: readonly Schema[];
  readonly shapes: readonly Shape[];
  /** What stands beside the choice. */
  readonly base: Shape;
};

function choice(walk: Walk, given: Given, place: Place, describe: DescribeSchema): Choice {
  const { keyword, label, schemas, shapes, base } = given;
  const isUnion = keyword === "anyOf" || keyword === "oneOf";
  const whole = isUnion && requiresOnly(base, shapes);
  const values = mappedValues(base);
  const options = shapes.map((shape, index): Option => {
    const title = titleOf(shape, index, shapes);
    const part = shapes.length === 1 ? keyword : (shape.component ?? `${keyword}-${index + 1}`);
    // The first of several is what a reader sees first, and its properties have the anchors of the schema's own.
    const isFirst = isUnion && index === 0 && (whole || base.properties.size === 0);
    const anchor = walk.anchors.take(`${place.anchor}${place.separator}${anchorPart(part)}`);
    const inside: Place = isFirst ? place : { ...place, anchor, separator: "." };
    const schema = whole ? wholeOption(base, shape) : schemas[index];
    const described = describe(walk, schema, inside);
    const value = shape.component === undefined ? undefined : values.get(shape.component);
    return { anchor, title, schema: value === undefined ? described : withValue(described, value) };
  });
  return {
    anchor: options[0]?.anchor ?? place.anchor,
    label,
    exclusive: isUnion && options.length > 1,
    options,
  };
}

/** Whether the alternatives of an object differ in what they require of its properties, and in nothing else. */
export function requiresOnly(base: Shape, options: readonly Shape[]): boolean {
  const isMere = ({ schema, properties }: Shape): boolean => {
    return (
      properties.size === 0 &&
      Object.keys(schema).every((name) => ["type", "title", "description"].includes(name))
    );
  };
  return (
    base.properties.size > 0 &&
    options.length > 1 &&
    options.every((option) => isMere(option) && option.required.size > 0)
  );
}

/** Whether some alternatives take the place of the object's own properties. */
export function hasWholeOptions(walk: Walk, shape: Shape): boolean {
  return [shape.schema.anyOf, shape.schema.oneOf].some((options = []) => {
    return requiresOnly(
      shape,
      options.map((option) => readShape(walk.description.schemas, option)),
    );
  });
}

function wholeOption({ schema, properties, required }: Shape, option: Shape): Schema {
  const { additionalProperties, patternProperties } = schema;
  return {
    type: "object",
    ...(option.schema.description === undefined ? {} : { description: option.schema.description }),
    properties: Object.fromEntries([...properties].map(([name, property]) => [name, property.schema])),
    required: [...required, ...option.required],
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
    ...(patternProperties === undefined ? {} : { patternProperties }),
  };
}

function titleOf(shape: Shape, index: number, all: readonly Shape[]): string {
  const own = shape.schema.title ?? shape.component;
  if (own !== undefined) return own;
  if (shape.properties.size === 0 && shape.required.size > 0)
    return `With ${joined([...shape.required]).replace(/ or (?=\S+$)/, " and ")}`;
  return all.length === 1 ? "" : `Option ${index + 1}`;
}

/** What the property that tells alternatives apart has in each, by the names of components. */
function mappedValues({ schema }: Shape): ReadonlyMap<string, readonly [property: string, value: string]> {
  const { discriminator } = schema;
  if (discriminator === undefined) return new Map();
  return new Map(
    Object.entries(discriminator.mapping).map(([value, reference]) => [
      pointerKeys(reference).at(-1) ?? "",
      [discriminator.propertyName, value] as const,
    ]),
  );
}

function withValue(schema: SchemaDocument, [property, value]: readonly [string, string]): SchemaDocument {
  return { ...schema, facts: [[code(property), " is ", code(value)], ...schema.facts] };
}
