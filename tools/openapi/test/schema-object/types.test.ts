import { expect, test } from "vitest";
import { readDescription, type SchemaObject, schemaReference, typesOf } from "../../src/index.ts";

test("unions that are made of each other are gone through once, and not in every order", () => {
  const names = Array.from({ length: 12 }, (_, index) => `S${index}`);
  const union = (own: string): SchemaObject => ({
    type: ["object", "string"],
    oneOf: names.filter((name) => name !== own).map((name) => ({ $ref: schemaReference(name) })),
  });
  const schemas = Object.fromEntries(names.map((name) => [name, union(name)]));
  const description = readDescription({ openapi: "3.1.0", components: { schemas } });
  expect(typesOf(description.schemas["S0"], description.schemas)).toEqual(new Set(["object", "string"]));
});
