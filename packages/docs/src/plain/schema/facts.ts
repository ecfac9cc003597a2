import { isObject, type JsonObject } from "../../description.ts";
import { code, type Inline } from "../document.ts";
import { listAt, objectAt, textAt } from "../read.ts";

/** What a schema says in single words: values, limits and where to read more. */
export function schemaFacts(schema: JsonObject): Inline[][] {
  return [
    ...valueFacts(schema),
    ...limits
      .filter(([keyword]) => isLimit(schema[keyword]))
      .map(([keyword, label]) => labelled(label, [schema[keyword]])),
    ...exclusiveLimits(schema),
    ...objectFacts(schema),
    ...discriminatorFacts(objectAt(schema, "discriminator")),
    ...(isObject(schema["xml"]) ? [labelled("XML", [schema["xml"]])] : []),
    ...externalDocsFacts(schema),
  ];
}

/** Default, allowed values and examples, of schemas as of parameters. */
export function valueFacts(schema: JsonObject): Inline[][] {
  const examples = isObject(schema["examples"]) ? [] : listAt(schema, "examples");
  if (schema["example"] !== undefined) examples.unshift(schema["example"]);
  const values = listAt(schema, "enum");
  return [
    ...(schema["default"] === undefined ? [] : [labelled("Default", [schema["default"]])]),
    ...(schema["const"] === undefined ? [] : [labelled("Value", [schema["const"]])]),
    ...(values.length === 0 ? [] : [labelled("Enum", values)]),
    ...(examples.length === 0 ? [] : [labelled(examples.length === 1 ? "Example" : "Examples", examples)]),
  ];
}

/** A link to what the description's author wrote elsewhere. */
export function externalDocsFacts(parent: JsonObject): Inline[][] {
  const docs = objectAt(parent, "externalDocs");
  const url = textAt(docs, "url");
  return url === undefined ? [] : [[{ kind: "link", to: url, text: textAt(docs, "description") ?? url }]];
}

/** A label, and values as JSON. */
export function labelled(label: string, values: readonly unknown[]): Inline[] {
  return [
    `${label}: `,
    ...values.flatMap((value, index) => [...(index > 0 ? [" "] : []), code(json(value))]),
  ];
}

/** Names as they stand in a document, without JSON's quotes. */
function labelledNames(label: string, names: readonly unknown[]): Inline[] {
  return [`${label}: `, ...names.flatMap((name, index) => [...(index > 0 ? [" "] : []), code(String(name))])];
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** JSON Schema Validation § 6 and 8, in its order. */
const limits = [
  ["multipleOf", "Multiple of"],
  ["maximum", "Maximum"],
  ["minimum", "Minimum"],
  ["maxLength", "Maximum length"],
  ["minLength", "Minimum length"],
  ["pattern", "Pattern"],
  ["maxItems", "Maximum number of items"],
  ["minItems", "Minimum number of items"],
  ["uniqueItems", "Items are unique"],
  ["maxContains", "Maximum number of items that match"],
  ["minContains", "Minimum number of items that match"],
  ["maxProperties", "Maximum number of properties"],
  ["minProperties", "Minimum number of properties"],
  ["contentEncoding", "Content encoding"],
  ["contentMediaType", "Content media type"],
] as const;

function isLimit(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** A number in JSON Schema; in OpenAPI 3.0 a boolean that says how to read the limit beside it, which is given too. */
function exclusiveLimits(schema: JsonObject): Inline[][] {
  return [
    ["exclusiveMaximum", "Less than", "maximum"] as const,
    ["exclusiveMinimum", "More than", "minimum"] as const,
  ].flatMap(([keyword, label, inclusive]) => {
    const value = schema[keyword] === true ? schema[inclusive] : schema[keyword];
    return typeof value === "number" ? [labelled(label, [value])] : [];
  });
}

function objectFacts(schema: JsonObject): Inline[][] {
  const described = objectAt(schema, "properties");
  const undescribed = listAt(schema, "required").filter((name) => !Object.hasOwn(described, String(name)));
  const closed = ["additionalProperties", "unevaluatedProperties"].some((name) => schema[name] === false);
  return [
    ...(undescribed.length === 0 ? [] : [labelledNames("Required", undescribed)]),
    ...Object.entries(objectAt(schema, "dependentRequired")).map(([name, required]): Inline[] => [
      "With ",
      code(name),
      ...labelledNames(" also required", Array.isArray(required) ? required : []),
    ]),
    ...(closed ? [["No other properties"]] : []),
  ];
}

function discriminatorFacts(discriminator: JsonObject): Inline[][] {
  const property = textAt(discriminator, "propertyName");
  if (property === undefined) return [];
  const mapping = Object.entries(objectAt(discriminator, "mapping"));
  return [
    labelledNames("Told apart by", [property]),
    ...mapping.map(([value, target]): Inline[] => [
      code(JSON.stringify(value)),
      ` stands for ${String(target).replace(/^.*\//, "")}`,
    ]),
  ];
}
