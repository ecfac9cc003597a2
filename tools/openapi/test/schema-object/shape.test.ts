import { describe, expect, test } from "vitest";
import { objectShape, readDescription, type Schema, schemaReference, typesOf } from "../../src/index.ts";

const ref = (name: string) => ({ $ref: schemaReference(name) });

function shapeIn(components: Readonly<Record<string, object>>, name: string) {
  const { schemas } = readDescription({ openapi: "3.1.0", components: { schemas: components } });
  const shape = objectShape(schemas[name], schemas);
  return shape && { properties: [...shape.properties].sort(), open: shape.open };
}

describe("in a circle of schemas, an object has what each of them lists, wherever one begins", () => {
  test("of unions with what is made of them", () => {
    const components = {
      A: { oneOf: [ref("B"), ref("C")] },
      B: { allOf: [ref("A")], properties: { b: {} } },
      C: { type: "object", properties: { c: {} }, additionalProperties: true },
    };
    const all = { properties: ["b", "c"], open: true };
    expect(shapeIn(components, "A")).toEqual(all);
    expect(shapeIn(components, "B")).toEqual(all);
    expect(shapeIn(components, "C")).toEqual({ properties: ["c"], open: true });
  });

  test("of schemas that are all of each other", () => {
    const components = {
      A: { allOf: [ref("B")], properties: { a: {} } },
      B: { allOf: [ref("C")], properties: { b: {} } },
      C: { allOf: [ref("A")], properties: { c: {} } },
    };
    for (const name of ["A", "B", "C"]) {
      expect(shapeIn(components, name), name).toEqual({ properties: ["a", "b", "c"], open: false });
    }
  });

  test("but for an alternative that is nothing else than the union itself: of it nothing is known", () => {
    expect(shapeIn({ A: { type: "object", properties: { a: {} }, oneOf: [ref("A")] } }, "A")).toBeUndefined();
  });
});

test("unions that are made of each other are gone through once, and not in every order", () => {
  const names = Array.from({ length: 40 }, (_, index) => `S${index}`);
  const union = (own: string) => ({
    allOf: [ref("Common")],
    anyOf: names.filter((name) => name !== own).map(ref),
  });
  const components = {
    ...Object.fromEntries(names.map((name) => [name, union(name)])),
    Common: { type: "object", properties: { common: {} } },
  };
  // Each waits for all others to be known as an object.
  expect(shapeIn(components, "S0")).toBeUndefined();
  const ended = { ...components, S39: { allOf: [ref("S0")], properties: { last: {} } } };
  expect(shapeIn(ended, "S39")).toEqual({ properties: ["last"], open: false });
  const alternatives = Object.fromEntries(
    names.map((name, index) => [
      name,
      { type: "object", properties: { [name]: {} }, oneOf: names.slice(index + 1).map(ref) },
    ]),
  );
  expect(shapeIn(alternatives, "S0")?.properties).toHaveLength(40);
});

test("a chain of schemas is followed however long it is", () => {
  const length = 20_000;
  const schemas: Record<string, Schema> = Object.fromEntries(
    Array.from({ length }, (_, index) => [`S${index}`, { allOf: [ref(`S${index + 1}`)] }]),
  );
  schemas[`S${length}`] = { type: "object", properties: { last: {} } };
  expect([...(objectShape(schemas["S0"], schemas)?.properties ?? [])]).toEqual(["last"]);
  expect([...typesOf(schemas["S0"], schemas)]).toEqual(["object"]);
});
