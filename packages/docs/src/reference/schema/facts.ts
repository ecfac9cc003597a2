import type { ExternalDocs, SchemaObject } from "@visitors-api/openapi";
import { jsonText } from "../../json.ts";
import { type AllowedValues, code, type Fact, labelled } from "../document.ts";
import { cut, limits } from "../limits.ts";
import type { Shape } from "./shape.ts";

/** What a schema says in single words: values, limits and where to read more. */
export function schemaFacts(shape: Shape): Fact[] {
  const { schema } = shape;
  return [
    ...valueFacts(shape),
    ...labels.flatMap(([keyword, label]) => {
      const value = schema[keyword];
      return value === undefined || (value === 0 && /^min[A-Z]/.test(keyword))
        ? []
        : [labelled(label, [value])];
    }),
    ...(schema.uniqueItems === true ? [["Items are unique"]] : []),
    ...objectFacts(shape),
    ...(schema.discriminator === undefined
      ? []
      : [labelled("Told apart by", [schema.discriminator.propertyName])]),
    ...(schema.xml === undefined ? [] : [labelled("XML", [schema.xml])]),
    ...externalDocsFacts(schema.externalDocs),
  ];
}

/** Default, the only value and examples. */
function valueFacts({ schema, nullable }: Shape): Fact[] {
  const { example, examples = [], enum: values = [] } = schema;
  const shown = (example === undefined ? examples : [example, ...examples]).slice(0, 3);
  const only = Object.hasOwn(schema, "const") ? [schema.const] : values.length === 1 ? values : [];
  const isNull = only[0] === null && nullable;
  return [
    ...(schema.default === undefined ? [] : [labelled("Default", [schema.default])]),
    ...(only.length === 0 || isNull ? [] : [labelled("Always", only)]),
    ...(shown.length === 0 ? [] : [labelled(shown.length === 1 ? "Example" : "Examples", shown.map(short))]),
  ];
}

function short(value: unknown): string {
  return cut(jsonText(value), 300);
}

/** Every value that a schema allows, where it lists more than one. */
export function allowedValues({ schema, nullable }: Shape): AllowedValues | undefined {
  const values = (schema.enum ?? []).filter((value) => value !== null || !nullable);
  if ((schema.enum?.length ?? 0) < 2 || values.length === 0) return undefined;
  const isText = values.every((value) => typeof value === "string" && value !== "");
  const shown = values.slice(0, limits.values).map((value) => (isText ? String(value) : jsonOf(value)));
  return { shown: shown.map((value) => cut(value, 300)), more: values.length - shown.length };
}

/** In a list of mixed values a text stands in quotes, so that it is told from a number. */
function jsonOf(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : jsonText(value);
}

/** A link to what the description's author wrote elsewhere. */
export function externalDocsFacts(docs: Partial<ExternalDocs> | undefined): Fact[] {
  if (docs?.url === undefined) return [];
  return [[{ kind: "link", to: docs.url, text: docs.description || docs.url }]];
}

/** JSON Schema Validation § 6 and 8, in its order. */
const labels = [
  ["multipleOf", "Multiple of"],
  ["maximum", "At most"],
  ["exclusiveMaximum", "Less than"],
  ["minimum", "At least"],
  ["exclusiveMinimum", "More than"],
  ["maxLength", "At most so many characters:"],
  ["minLength", "At least so many characters:"],
  ["pattern", "Pattern"],
  ["maxItems", "At most so many items:"],
  ["minItems", "At least so many items:"],
  ["maxContains", "At most so many items that match:"],
  ["minContains", "At least so many items that match:"],
  ["maxProperties", "At most so many properties:"],
  ["minProperties", "At least so many properties:"],
  ["contentEncoding", "Content encoding"],
  ["contentMediaType", "Content type"],
] as const satisfies readonly (readonly [keyof SchemaObject, string])[];

function objectFacts({ schema, properties, required }: Shape): Fact[] {
  const undescribed = [...required].filter((name) => !properties.has(name));
  const isClosed = schema.additionalProperties === false || schema.unevaluatedProperties === false;
  return [
    ...(undescribed.length === 0 ? [] : [labelled("Required too:", undescribed)]),
    ...Object.entries(schema.dependentRequired ?? {}).map(
      ([name, names]): Fact => ["With ", code(name), ...labelled(" also required:", names)],
    ),
    ...(isClosed ? [["No other properties"]] : []),
  ];
}
