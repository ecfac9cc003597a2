import type { Schema } from "../../../src/index.ts";
import { ref, type SampleVector, vector } from "./vector.ts";

/** Schemas that are composed of others. */
export const composition: readonly SampleVector[] = [
  vector(
    "allOf of objects",
    { a: 0, b: "string" },
    {
      allOf: [
        { type: "object", properties: { a: { type: "integer" } } },
        { type: "object", required: ["b"], properties: { b: { type: "string" } } },
      ],
    },
  ),
  vector(
    "allOf with required",
    { name: "string" },
    { allOf: [ref("Pet"), { required: ["name"] }] },
    { schemas: { Pet: { type: "object", properties: { name: { type: "string" } } } }, direction: "request" },
  ),
  vector("allOf of types", 0, { allOf: [{ type: ["string", "integer"] }, { type: ["number", "null"] }] }),
  vector("allOf of limits", 4, {
    allOf: [
      { type: "integer", minimum: 3 },
      { maximum: 9, multipleOf: 4 },
    ],
  }),
  vector("allOf of enums", "b", { allOf: [{ enum: ["a", "b", "c"] }, { enum: ["d", "c", "b"] }] }),
  vector(
    "allOf about one property",
    { a: 5 },
    {
      allOf: [
        { type: "object", properties: { a: { type: "integer", minimum: 5 } } },
        { properties: { a: { maximum: 5 } } },
      ],
    },
  ),
  vector("allOf of lengths of items", [7, 7], {
    allOf: [{ type: "array", items: { type: "integer" }, minItems: 2 }, { items: { minimum: 7 } }],
  }),
  vector(
    "allOf within allOf",
    { a: "stringstr" },
    {
      allOf: [
        { allOf: [{ type: "object", required: ["a"] }] },
        { allOf: [{ properties: { a: { allOf: [{ type: "string" }, { minLength: 9 }] } } }] },
      ],
    },
  ),
  vector(
    "a reference and siblings",
    10,
    { allOf: [ref("N")], minimum: 10 },
    { schemas: { N: { type: "integer" } } },
  ),
  vector("anyOf", 0, { anyOf: [{ type: "integer" }, { type: "string" }] }),
  vector("anyOf of which the first cannot be", "stringst", {
    type: "string",
    anyOf: [{ type: "integer" }, { minLength: 8 }],
  }),
  vector(
    "anyOf of mere requirements",
    { id: "string" },
    {
      type: "object",
      properties: { id: { type: "string" }, email: { type: "string" } },
      anyOf: [{ required: ["id"] }, { required: ["email"] }],
    },
    { direction: "request" },
  ),
  vector("oneOf", "str", { oneOf: [{ type: "string", maxLength: 3 }, { type: "integer" }] }),
  vector("oneOf with null", null, { oneOf: [{ type: "null" }, { type: "string" }] }),
  vector("oneOf that overlap", -1, {
    oneOf: [
      { type: "integer", minimum: 0 },
      { type: "integer", maximum: 10 },
    ],
  }),
  vector("oneOf of multiples", 3, {
    oneOf: [
      { type: "integer", multipleOf: 3 },
      { type: "integer", multipleOf: 5 },
    ],
  }),
  vector(
    "oneOf of objects that overlap",
    { a: "string" },
    {
      oneOf: [
        { type: "object", properties: { a: { type: "string" } } },
        { type: "object", required: ["b"], properties: { b: { type: "integer" } } },
      ],
    },
  ),
  vector(
    "oneOf of mere requirements",
    { a: "string" },
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    },
  ),
  vector(
    "oneOf and anyOf",
    { c: null, a: null },
    {
      type: "object",
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
      anyOf: [{ required: ["c"] }, { required: ["d"] }],
    },
  ),
  vector("not a type", true, { not: { type: ["string", "null", "number"] } }),
  vector("not a value", "2string", { type: "string", not: { enum: ["string", "string2"] } }),
  vector(
    "not a property",
    { b: "string" },
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      not: { required: ["a"] },
    },
  ),
  vector(
    "not some of two properties",
    { b: "string" },
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      not: { required: ["a", "b"] },
    },
  ),
  vector(
    "not what a reference says",
    11,
    { type: "integer", not: ref("Small") },
    { schemas: { Small: { maximum: 10 } } },
  ),
  vector("not what any says", 11, { type: "integer", not: { anyOf: [{ maximum: 10 }, { multipleOf: 2 }] } }),
  vector("not not", "stringst", { not: { not: { type: "string", minLength: 8 } } }),
  vector(
    "not a value of a property",
    { kind: "b" },
    {
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: ["a", "b"] } },
      not: { properties: { kind: { const: "a" } } },
    },
  ),
  vector(
    "if and then",
    { country: "US", zip: "01234" },
    {
      type: "object",
      required: ["country"],
      properties: { country: { enum: ["US", "NL"] } },
      ...conditional(
        { properties: { country: { const: "US" } } },
        { required: ["zip"], properties: { zip: { type: "string", pattern: "^\\d{5}$" } } },
      ),
    },
  ),
  vector(
    "if and else",
    { b: null },
    {
      type: "object",
      properties: { a: { type: "integer", minimum: 10 } },
      ...conditional({ properties: { a: { maximum: 5 } }, required: ["a"] }, false, { required: ["b"] }),
    },
  ),
  vector("if that cannot hold", 14, {
    type: "integer",
    minimum: 10,
    ...conditional({ maximum: 5 }, { multipleOf: 2 }, { multipleOf: 7 }),
  }),
  vector("if without then", 5, { type: "integer", if: { minimum: 5 }, else: { const: 3 } }),
  vector(
    "a name that is escaped in the reference",
    0,
    { $ref: "#/components/schemas/a~1b%20c" },
    { schemas: { "a/b c": { type: "integer" } } },
  ),
];

function conditional(condition: Schema, then: Schema, otherwise: Schema = true): Schema & object {
  return { if: condition, then, else: otherwise };
}
