import { describe, expect, test } from "vitest";
import { verdicts } from "./support/compiler.ts";
import { components, type Validators, validatorsOf } from "./support/validators.ts";

interface Case {
  readonly schema: unknown;
  readonly valid: readonly unknown[];
  readonly invalid: readonly unknown[];
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };

/** What the schemas below refer to. */
const shared = {
  Base: { type: "object", properties: { a: text, b: { type: "integer" } } },
  Nullable: { type: ["object", "null"], properties: { a: text } },
  Made: { allOf: [ref("Base"), { type: "object", properties: { c: text } }] },
  Letter: { type: "object", required: ["k", "x"], properties: { k: text, x: text } },
  Digit: { type: "object", required: ["k", "y"], properties: { k: text, y: text } },
  Greek: { type: "object", required: ["k", "z"], properties: { k: text, z: text } },
  One: { type: "object", required: ["v"], properties: { v: { type: "integer" } } },
  Two: { type: "object", required: ["v"], properties: { v: { type: "integer", const: 2 } } },
  Animal: {
    type: "object",
    required: ["kind"],
    discriminator: { propertyName: "kind" },
    properties: { kind: text },
  },
  Cat: { allOf: [ref("Animal"), { type: "object", properties: { claws: { type: "boolean" } } }] },
  Dog: { allOf: [ref("Animal"), { type: "object", properties: { bark: text } }] },
};

const union = (mapping: Record<string, string>, propertyName = "k") => ({
  oneOf: Object.values(mapping).map(ref),
  discriminator: {
    propertyName,
    mapping: Object.fromEntries(
      Object.entries(mapping).map(([tag, name]) => [tag, `#/components/schemas/${name}`]),
    ),
  },
});

const cases: Readonly<Record<string, Case>> = {
  "`$defs` is no property": {
    schema: {
      type: "object",
      required: ["i"],
      properties: { i: ref("Case0/$defs/I") },
      $defs: { I: { type: "object", required: ["q"], properties: { q: { type: "integer" } } } },
    },
    valid: [{ i: { q: 1 } }],
    invalid: [{ i: {} }, {}],
  },
  "what stands beside a reference counts": {
    schema: { ...ref("Base"), required: ["a"], properties: { extra: { type: "integer" } } },
    valid: [{ a: "1", extra: 2 }, { a: "1" }],
    invalid: [{}, { a: 1 }, { a: "1", extra: "2" }],
  },
  "an `enum` without null excludes null": {
    schema: {
      type: "object",
      required: ["a"],
      properties: { a: { type: ["string", "null"], enum: ["x", "y"] } },
    },
    valid: [{ a: "x" }],
    invalid: [{ a: null }, { a: "z" }],
  },
  "an `enum` has the values of its type only": {
    schema: { type: "object", required: ["a"], properties: { a: { type: "string", enum: ["x", 1, null] } } },
    valid: [{ a: "x" }],
    invalid: [{ a: 1 }, { a: null }],
  },
  "a constant may be null": {
    schema: { type: "object", required: ["a"], properties: { a: { const: null } } },
    valid: [{ a: null }],
    invalid: [{ a: "x" }, {}],
  },
  "items that have schemas of their own need not be there": {
    schema: { type: "array", prefixItems: [text, { type: "integer" }] },
    valid: [[], ["a"], ["a", 1], ["a", 1, true]],
    invalid: [[1], ["a", "b"]],
  },
  "items that must be there are": {
    schema: {
      type: "array",
      prefixItems: [text, { type: "integer" }],
      minItems: 1,
      items: { type: "boolean" },
    },
    valid: [["a"], ["a", 1, true]],
    invalid: [[], ["a", 1, "b"]],
  },
  "there are no items but those that are listed": {
    schema: { type: "array", prefixItems: [text], items: false },
    valid: [[], ["a"]],
    invalid: [["a", "b"]],
  },
  "a list of lists is one": {
    schema: { type: "array", items: { allOf: [{ type: "array", items: text }] } },
    valid: [[], [["a"]]],
    invalid: [["a"], [[1]]],
  },
  "a list of constant lists is one": {
    schema: { type: "array", items: { enum: [["a"], ["b"]] } },
    valid: [[], [["a"], ["b"]]],
    invalid: [["a"], [["c"]]],
  },
  "what is required and declared nowhere is there": {
    schema: { type: "object", required: ["i", "j"], properties: { i: { type: "integer" } } },
    valid: [
      { i: 1, j: 2 },
      { i: 1, j: null },
    ],
    invalid: [{ i: 1 }, { j: 2 }],
  },
  "what is required of others is one of them": {
    schema: { type: "object", required: ["x"], additionalProperties: { type: "integer" } },
    valid: [{ x: 1 }, { x: 1, y: 2 }],
    invalid: [{}, { x: "1" }],
  },
  "`allOf` with `required` leaves nothing undefined": {
    schema: { allOf: [ref("Base")], required: ["a"] },
    valid: [{ a: "1" }],
    invalid: [{}, { b: 1 }],
  },
  "`required` reaches through what a component is made of": {
    schema: { allOf: [ref("Made")], required: ["a", "c"] },
    valid: [{ a: "1", c: "2" }],
    invalid: [{ a: "1" }, { c: "2" }],
  },
  "`required` of what may be null lets null pass where it is said": {
    schema: { anyOf: [{ allOf: [ref("Nullable")], required: ["a"] }, { type: "null" }] },
    valid: [null, { a: "1" }],
    invalid: [{}, 1],
  },
  "an object with an `anyOf` of mere requirements is that object, with one of them": {
    schema: {
      type: "object",
      properties: { id: text, userId: text, name: text },
      anyOf: [{ required: ["id"] }, { required: ["userId"] }],
    },
    valid: [{ id: "1" }, { userId: "2", name: "n" }, { id: "1", userId: "2" }],
    invalid: [{ name: "n" }, { id: 1 }],
  },
  "`anyOf` narrows what stands beside it": {
    schema: { type: "object", required: ["a"], properties: { a: text }, anyOf: [ref("Base"), ref("Letter")] },
    valid: [{ a: "1" }, { a: "1", b: 2 }],
    invalid: [{ b: 2 }, { a: 1 }],
  },
  "`oneOf` of constants narrows the type beside it": {
    schema: { type: "string", oneOf: [{ const: "a" }, { const: "b" }] },
    valid: ["a", "b"],
    invalid: ["c", 1],
  },
  "other properties than those that are named have their own type": {
    schema: { type: "object", properties: { n: { type: "integer" } }, additionalProperties: text },
    valid: [{ n: 1 }, { n: 1, other: "a" }, {}],
    invalid: [{ n: "a" }, { n: 1, other: true }],
  },
  "a pattern that no name may have leaves named properties their types": {
    schema: {
      type: "object",
      properties: { n: { type: "integer" } },
      patternProperties: { "^x-": false },
      additionalProperties: text,
    },
    valid: [{ n: 1 }, { n: 1, other: "a" }, {}],
    invalid: [{ n: "a" }, { n: 1, other: true }],
  },
  "an object is one whatever alternatives say of other values": {
    schema: { type: "object", anyOf: [{ minimum: 1 }, { maxLength: 2 }] },
    valid: [{}, { a: 1 }],
    invalid: [1, "a", null],
  },
  "nothing is an object and a number": {
    schema: { type: "object", allOf: [{ type: "number" }] },
    valid: [],
    invalid: [1, { a: 1 }],
  },
  "a discriminator is a number where the property is one": {
    schema: union({ "1": "One", "2": "Two" }, "v"),
    valid: [{ v: 1 }, { v: 2 }],
    invalid: [{ v: 3 }, { v: "1" }],
  },
  "a member of two unions has another tag in each: the first": {
    schema: union({ a: "Letter", b: "Digit" }),
    valid: [
      { k: "a", x: "1" },
      { k: "b", y: "1" },
    ],
    invalid: [
      { k: "alpha", x: "1" },
      { k: "a", y: "1" },
    ],
  },
  "a member of two unions has another tag in each: the second": {
    schema: union({ alpha: "Letter", g: "Greek" }),
    valid: [
      { k: "alpha", x: "1" },
      { k: "g", z: "1" },
    ],
    invalid: [{ k: "a", x: "1" }],
  },
  "a member that is not mapped is meant by its name": {
    schema: { oneOf: [ref("Letter"), ref("Digit")], discriminator: { propertyName: "k" } },
    valid: [{ k: "Letter", x: "1" }],
    invalid: [
      { k: "Digit", x: "1" },
      { k: "letter", x: "1" },
    ],
  },
  "what is made of one component that has a discriminator is told by it": {
    schema: { oneOf: [ref("Cat"), ref("Dog")] },
    valid: [{ kind: "Cat", claws: true }, { kind: "Dog" }],
    invalid: [{ kind: "Bird" }, { kind: "Cat", claws: 1 }],
  },
  "`true` and `false` are schemas": {
    schema: { type: "object", properties: { any: true, none: false }, allOf: [true] },
    valid: [{ any: 1 }, { any: null }],
    invalid: [{ any: 1, none: 1 }],
  },
  "a name may have a percent sign, and one below it too": {
    schema: {
      type: "object",
      required: ["100%"],
      properties: { "100%": { type: "object", required: ["5%"], properties: { "5%": text } } },
    },
    valid: [{ "100%": { "5%": "a" } }],
    invalid: [{ "100%": {} }, { "100%": { "5%": 1 } }],
  },
};

const named = Object.fromEntries(Object.values(cases).map(({ schema }, index) => [`Case${index}`, schema]));
const document = components("3.1.0", { ...shared, ...named });
const pairs = Object.values(cases).flatMap(({ valid, invalid }, index) =>
  [...valid, ...invalid].map((value) => [`Case${index}`, value] as const),
);

describe("types and validators both say that", () => {
  let asked: Promise<{ validators: Validators; compiled: ReadonlyMap<string, boolean> }> | undefined;
  const ask = async () => {
    const verdict = verdicts(JSON.parse(document), pairs);
    return {
      validators: await validatorsOf(document),
      compiled: new Map(pairs.map((pair, index) => [JSON.stringify(pair), verdict[index] === true])),
    };
  };

  test.each(Object.entries(cases).map(([promise, one], index) => [promise, one, `Case${index}`] as const))(
    "%s",
    async (_, { valid, invalid }, name) => {
      asked ??= ask();
      const { validators, compiled } = await asked;
      const said = (value: unknown) => ({
        value,
        compiles: compiled.get(JSON.stringify([name, value])),
        isValid: validators.validate(name, value) === undefined,
      });
      expect(valid.map(said)).toEqual(valid.map((value) => ({ value, compiles: true, isValid: true })));
      expect(invalid.map(said)).toEqual(invalid.map((value) => ({ value, compiles: false, isValid: false })));
    },
  );
});
