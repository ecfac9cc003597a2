import type { Schema, Schemas } from "../../../src/index.ts";
import { ref, type SampleVector, vector } from "./vector.ts";

const { $ref: cat } = ref("Cat");
const { $ref: dog } = ref("Dog");

function union(mapping: Readonly<Record<string, string>>): Schema {
  return { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind", mapping } };
}

/** @param kind The schema of the property that discriminates, for a cat and a dog. */
function pets(...kind: readonly [Schema, Schema]): { readonly schemas: Schemas } {
  const Cat: Schema = {
    type: "object",
    required: ["kind", "lives"],
    properties: { kind: kind[0], lives: { type: "integer", minimum: 1 } },
  };
  const Dog: Schema = {
    type: "object",
    required: ["kind", "bark"],
    properties: { kind: kind[1], bark: { type: "string" } },
  };
  return { schemas: { Cat, Dog } };
}

const text: Schema = { type: "string" };
const integer: Schema = { type: "integer" };

const animal: Schema = {
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" } },
  discriminator: { propertyName: "kind", mapping: { lizard: ref("Lizard").$ref } },
};

/** Unions and bases with a discriminator. */
export const discriminators: readonly SampleVector[] = [
  vector(
    "a discriminator that is mapped",
    { kind: "kitty", lives: 1 },
    union({ kitty: cat, doggy: dog }),
    pets(text, text),
  ),
  vector(
    "a discriminator that is mapped by the names of components",
    { kind: "Cat", lives: 1 },
    union({ Cat: cat, Dog: dog }),
    pets(text, text),
  ),
  vector(
    "a discriminator that is an integer",
    { kind: 1, lives: 1 },
    union({ 1: cat, 2: dog }),
    pets(integer, integer),
  ),
  vector(
    "a discriminator that the alternatives say themselves",
    { kind: "a", lives: 1 },
    union({ a: cat, b: dog }),
    pets({ const: "a" }, { const: "b" }),
  ),
  vector(
    "a discriminator that has an enum",
    { kind: "b", lives: 1 },
    union({ b: cat, c: dog }),
    pets({ enum: ["a", "b"] }, { enum: ["c"] }),
  ),
  vector(
    "a discriminator with several values of one alternative",
    { kind: "a", lives: 1 },
    union({ a: cat, b: cat, c: dog }),
    pets(text, text),
  ),
  vector(
    "a discriminator that an example is no value of",
    { kind: "kitty", lives: 1 },
    union({ kitty: cat, doggy: dog }),
    pets({ type: "string", example: "pet" }, text),
  ),
  vector(
    "a discriminator beside what is required",
    { kind: "kitty", lives: 1, bark: null },
    { allOf: [union({ kitty: cat, doggy: dog })], required: ["bark"] },
    pets(text, text),
  ),
  vector(
    "a discriminator within an array",
    [{ kind: "kitty", lives: 1 }],
    { type: "array", items: union({ kitty: cat, doggy: dog }) },
    pets(text, text),
  ),
  vector("a discriminator that is inherited", { kind: "lizard", scales: true }, ref("Lizard"), {
    schemas: {
      Animal: animal,
      Lizard: { allOf: [ref("Animal"), { type: "object", properties: { scales: { type: "boolean" } } }] },
    },
  }),
  vector("a discriminator that is inherited by nobody", { kind: "Animal" }, ref("Animal"), {
    schemas: { Animal: { ...animal, discriminator: { propertyName: "kind", mapping: {} } } },
  }),
];
