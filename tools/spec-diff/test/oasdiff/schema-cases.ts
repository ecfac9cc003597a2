import type { Patch } from "../support/pets.ts";
import type { Case } from "./case.ts";

const text = { type: "string" };
const whole = { type: "integer" };
const list = { type: "array", items: text };
const object = { type: "object", properties: { a: text } };
const cat = { type: "object", properties: { kind: text, lives: whole } };

const limits = (type: Patch, keyword: string, name: string): Record<string, Case> => {
  const [low, high] = [
    { ...type, [keyword]: 5 },
    { ...type, [keyword]: 9 },
  ];
  return {
    [`${name}-decreased`]: [high, low],
    [`${name}-increased`]: [low, high],
    [`${name}-set`]: [type, low],
    [`${name}-unset`]: [low, type],
  };
};

/** A keyword that comes, goes and, where it has other values, changes. */
const keyword = (name: string, base: Patch, one: Patch, other?: Patch): Record<string, Case> => ({
  [`${name}-added`]: [base, { ...base, ...one }],
  [`${name}-removed`]: [{ ...base, ...one }, base],
  ...(other && {
    [`${name}-changed`]: [
      { ...base, ...one },
      { ...base, ...other },
    ] as Case,
  }),
});

const consequence = (name: string): Patch => ({
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it.
  then: { required: [name] },
});

const refs = ["Cat", "Dog"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
const mapping = { cat: "#/components/schemas/Cat" };
const both = { ...mapping, dog: "#/components/schemas/Dog" };
const discriminated = (discriminator: Patch): Patch => ({ oneOf: refs, discriminator });

/** What oasdiff's checks of schemas are about, by the ends of their names. */
export const schemaCases: Readonly<Record<string, Case>> = {
  ...limits(whole, "maximum", "max"),
  ...limits(whole, "minimum", "min"),
  ...limits(whole, "exclusiveMaximum", "exclusive-max"),
  ...limits(whole, "exclusiveMinimum", "exclusive-min"),
  ...limits(text, "maxLength", "max-length"),
  ...limits(text, "minLength", "min-length"),
  ...limits(list, "maxItems", "max-items"),
  ...limits(list, "minItems", "min-items"),
  ...limits({ ...list, contains: { const: "a" } }, "maxContains", "max-contains"),
  ...limits({ ...list, contains: { const: "a" } }, "minContains", "min-contains"),
  ...keyword("contains", list, { contains: { const: "a" } }),
  ...keyword("pattern", text, { pattern: "^a" }, { pattern: "^b" }),
  "pattern-generalized": [
    { ...text, pattern: "^a" },
    { ...text, pattern: ".*" },
  ],
  ...keyword("pattern-property", object, { patternProperties: { "^x": whole } }),
  ...keyword("property-names", object, { propertyNames: { pattern: "^a" } }),
  ...keyword("unevaluated-items", list, { unevaluatedItems: false }),
  ...keyword("unevaluated-properties", object, { unevaluatedProperties: false }),
  ...keyword(
    "dependent-required",
    object,
    { dependentRequired: { a: ["b"] } },
    { dependentRequired: { a: ["c"] } },
  ),
  ...keyword("dependent-schema", object, { dependentSchemas: { a: { required: ["b"] } } }),
  ...keyword("if", object, { if: { required: ["a"] }, ...consequence("b") }),
  ...keyword("then", { ...object, if: { required: ["a"] }, else: { required: ["c"] } }, consequence("b")),
  ...keyword(
    "else",
    { ...object, if: { required: ["a"] }, ...consequence("c") },
    { else: { required: ["b"] } },
  ),
  ...keyword("prefix-items", { type: "array" }, { prefixItems: [text] }),
  ...keyword("const", text, { const: "a" }, { const: "b" }),
  ...keyword("default-value", text, { default: "a" }, { default: "b" }),
  ...keyword("content-schema", { ...text, contentMediaType: "application/json" }, { contentSchema: object }),
  "content-encoding-changed": [
    { ...text, contentEncoding: "base64" },
    { ...text, contentEncoding: "base16" },
  ],
  "content-media-type-changed": [
    { ...text, contentMediaType: "image/png" },
    { ...text, contentMediaType: "image/gif" },
  ],
  "became-enum": [text, { ...text, enum: ["a", "b"] }],
  "enum-value-added": [
    { ...text, enum: ["a", "b"] },
    { ...text, enum: ["a", "b", "c"] },
  ],
  "enum-value-removed": [
    { ...text, enum: ["a", "b"] },
    { ...text, enum: ["a"] },
  ],
  "became-nullable": [text, { type: ["string", "null"] }],
  "became-not-nullable": [{ type: ["string", "null"] }, text],
  "list-of-types-widened": [{ type: ["string", "integer"] }, { type: ["string", "integer", "boolean"] }],
  "list-of-types-narrowed": [{ type: ["string", "integer", "boolean"] }, { type: ["string", "integer"] }],
  "type-changed": [text, whole],
  "type-generalized": [whole, { type: "number" }],
  "type-specialized": [{ type: "number" }, whole],
  "all-of-added": [{ allOf: [object] }, { allOf: [object, { type: "object", required: ["a"] }] }],
  "all-of-removed": [{ allOf: [object, { type: "object", required: ["a"] }] }, { allOf: [object] }],
  "all-of-added-annotation-only": [{ allOf: [object] }, { allOf: [object, { description: "More." }] }],
  "all-of-removed-annotation-only": [{ allOf: [object, { description: "More." }] }, { allOf: [object] }],
  "any-of-added": [{ anyOf: [text, object] }, { anyOf: [text, object, list] }],
  "any-of-removed": [{ anyOf: [text, object, list] }, { anyOf: [text, object] }],
  "one-of-added": [{ oneOf: [text, object] }, { oneOf: [text, object, list] }],
  "one-of-removed": [{ oneOf: [text, object, list] }, { oneOf: [text, object] }],
  "wrapped-in-one-of": [cat, { oneOf: [cat, { ...object, required: ["a"] }] }],
  "discriminator-added": [{ oneOf: refs }, discriminated({ propertyName: "kind", mapping: both })],
  "discriminator-removed": [discriminated({ propertyName: "kind", mapping: both }), { oneOf: refs }],
  "discriminator-property-name-changed": [
    discriminated({ propertyName: "kind", mapping: both }),
    discriminated({ propertyName: "sort", mapping: both }),
  ],
  "discriminator-mapping-added": [
    discriminated({ propertyName: "kind", mapping: both }),
    discriminated({ propertyName: "kind", mapping: { ...both, kitten: mapping.cat } }),
  ],
  "discriminator-mapping-deleted": [
    discriminated({ propertyName: "kind", mapping: { ...both, kitten: mapping.cat } }),
    discriminated({ propertyName: "kind", mapping: both }),
  ],
  "discriminator-mapping-changed": [
    discriminated({ propertyName: "kind", mapping: { ...both, pet: mapping.cat } }),
    discriminated({ propertyName: "kind", mapping: { ...both, pet: both.dog } }),
  ],
  deprecated: [text, { ...text, deprecated: true }],
  "deprecated-with-sunset": [text, { ...text, deprecated: true, "x-sunset": "9999-01-01" }],
  reactivated: [{ ...text, deprecated: true }, text],
};

/** What the references of the cases lead to. */
export const pets: Patch = {
  Cat: { type: "object", required: ["kind"], properties: { kind: text, sort: text, lives: whole } },
  Dog: {
    type: "object",
    required: ["kind"],
    properties: { kind: text, sort: text, barks: { type: "boolean" } },
  },
};
