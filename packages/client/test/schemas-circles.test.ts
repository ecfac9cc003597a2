import { describe, expect, test } from "vitest";
import * as v from "../src/validation/index.ts";

type Schema = v.StandardSchema<unknown>;

function said(schema: Schema, value: unknown): string[] {
  const { issues = [] } = schema["~standard"].validate(value);
  return issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim());
}

describe("a base that is one of its variants, each of which is all of the base", () => {
  const base: Schema = v.schema(() => v.all(v.required("kind"), v.oneOf(v.ref(cat), v.ref(dog))));
  const cat: Schema = v.schema(() =>
    v.all(v.ref(base), v.properties({ kind: v.values("cat"), friends: v.items(v.ref(base)) })),
  );
  const dog: Schema = v.schema(() => v.all(v.ref(base), v.properties({ kind: v.values("dog") })));

  test("asks of a value what both say", () => {
    for (const schema of [base, cat]) expect(said(schema, { kind: "cat" })).toEqual([]);
    expect(said(base, { kind: "dog" })).toEqual([]);
    expect(said(dog, { kind: "cat" })).toContain('kind must be "dog"');
    expect(said(base, { kind: "cow" })).toEqual(['kind must be "cat" or must be "dog"']);
    expect(said(cat, {})).toContain("kind is required");
  });

  test("and of what stands within it", () => {
    expect(said(base, { kind: "cat", friends: [{ kind: "dog" }] })).toEqual([]);
    expect(said(base, { kind: "cat", friends: [{ kind: "cat", friends: [{}] }] })).toContain(
      "friends.0.friends.0.kind is required",
    );
  });
});

describe("schemas that are all composed of each other", () => {
  const names = Array.from({ length: 40 }, (_, index) => index);
  const schemas: Schema[] = names.map((own) =>
    v.schema(() => {
      const others = names.filter((name) => name !== own).map((name) => v.ref(schemas[name] as Schema));
      return v.all(v.properties({ [own]: v.type("string") }), v.anyOf(...others));
    }),
  );

  test("are gone through once for each value, and not in every order", () => {
    expect(said(schemas[0] as Schema, { 0: "a" })).toEqual([]);
    expect(said(schemas[0] as Schema, { 0: 1 })).toEqual(["0 must be a string, not a number"]);
  });

  test("and so are the properties that they speak of", () => {
    const closed: Schema = v.schema(() => v.unevaluatedProperties(v.nothing, v.ref(schemas[0] as Schema)));
    expect(said(closed, { 0: "a", 39: "b" })).toEqual([]);
    expect(said(closed, { 0: "a", x: "b" })).toEqual(["x is not allowed"]);
  });
});

test("of schemas between which there are many ways, each is looked at once for each value", () => {
  const levels: Schema[] = Array.from({ length: 60 }, (_, level) =>
    v.schema(() => {
      const next = levels[level + 1];
      return next
        ? v.all(v.anyOf(v.all(v.ref(next), v.required("a")), v.ref(next)), v.ref(next))
        : v.required("b");
    }),
  );
  expect(said(levels[0] as Schema, { a: 1, b: 1 })).toEqual([]);
  expect(said(levels[0] as Schema, {})).toContain("b is required");
});

test("a value that is nested deeply fits one of several alternatives, each of which has more of the kind in it", () => {
  const node: Schema = v.schema(() => v.oneOf(v.ref(a), v.ref(b), v.ref(c)));
  const variant = (kind: string): Schema =>
    v.schema(() => v.all(v.ref(node), v.required(kind), v.properties({ next: v.ref(node) })));
  const [a, b, c] = [variant("a"), variant("b"), variant("c")];
  let value: object = { a: 1 };
  for (let depth = 0; depth < 50; depth++) value = { b: 1, next: value };
  expect(said(node, value)).toEqual([]);
  expect(said(node, { c: 1, next: { next: value } })).not.toEqual([]);
});

test("a schema that refers to itself and says nothing else allows every value", () => {
  const itself: Schema = v.schema(() => v.ref(itself));
  expect(said(itself, { a: 1 })).toEqual([]);
  expect(said(itself, undefined)).toEqual([]);
});
