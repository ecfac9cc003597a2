import { describe, expect, test } from "vitest";
import * as v from "../src/validation/index.ts";

type Check = ReturnType<typeof v.type>;

/** What a check says of a value, each as `path: message`. */
function said(check: Check, value: unknown): string[] {
  const { issues = [] } = v.schema(() => check)["~standard"].validate(value);
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const values = [null, true, 5, "text", ["item"], { key: 1 }];

describe("a keyword", () => {
  test.each<[string, Check, unknown[], [unknown, string][]]>([
    [
      "values",
      v.values("a", 1, null),
      ["a", 1, null],
      [
        ["b", ': must be one of "a", 1, null'],
        [true, ': must be one of "a", 1, null'],
      ],
    ],
    ["values, of one", v.values("a"), ["a"], [[null, ': must be "a"']]],
    [
      "anyValues",
      v.anyValues({ a: [1, { b: 2 }] }, 5),
      [{ a: [1, { b: 2 }] }, 5],
      [
        [{ a: [1, { b: 3 }] }, ': must be one of {"a":[1,{"b":2}]}, 5'],
        [{ a: [1] }, ': must be one of {"a":[1,{"b":2}]}, 5'],
      ],
    ],
    [
      "anyValues, of an object with the names that all have",
      v.anyValues({}),
      [{}],
      [
        [[], ": must be {}"],
        [JSON.parse('{"__proto__":1}'), ": must be {}"],
      ],
    ],
    ["minimum", v.minimum(2), [2, "1"], [[1, ": must be at least 2"]]],
    ["maximum", v.maximum(2), [2, "3"], [[3, ": must be at most 2"]]],
    ["exclusiveMinimum", v.exclusiveMinimum(2), [2.1], [[2, ": must be more than 2"]]],
    ["exclusiveMaximum", v.exclusiveMaximum(2), [1.9], [[2, ": must be less than 2"]]],
    [
      "multipleOf",
      v.multipleOf(0.1),
      [0.3, 0.7, 1, 1e300, 0],
      [
        [0.35, ": must be a multiple of 0.1"],
        [1e-300, ": must be a multiple of 0.1"],
      ],
    ],
    [
      "minLength",
      v.minLength(2),
      ["ab", "😀😀"],
      [
        ["a", ": must have at least 2 characters"],
        ["😀", ": must have at least 2 characters"],
      ],
    ],
    [
      "maxLength",
      v.maxLength(1),
      ["a", "😀", "\ud800"],
      [
        ["ab", ": must have at most 1 character"],
        ["😀a", ": must have at most 1 character"],
      ],
    ],
    ["pattern", v.pattern("^.$"), ["a", "😀"], [["ab", ": must match /^.$/u"]]],
    ["items", v.items(v.type("string")), [[], ["a"]], [[["a", 1], "1: must be a string, not a number"]]],
    [
      "prefixItems",
      v.prefixItems(v.type("string"), v.type("null")),
      [[], ["a"], ["a", null, 5]],
      [[[1, null], "0: must be a string, not a number"]],
    ],
    [
      "contains",
      v.contains(v.type("string")),
      [[1, "a"]],
      [
        [[], ": must contain at least 1 of the items that are described"],
        [[1], ": must contain at least 1 of the items that are described"],
      ],
    ],
    [
      "minContains and maxContains",
      v.contains(v.type("string"), 0, 1),
      [[], ["a", 1]],
      [[["a", "b"], ": must contain at most 1 of the items that are described"]],
    ],
    ["minItems", v.minItems(1), [[1]], [[[], ": must have at least 1 item"]]],
    ["maxItems", v.maxItems(1), [[1]], [[[1, 2], ": must have at most 1 item"]]],
    [
      "uniqueItems",
      v.uniqueItems(),
      [[1, "1", true, [1], { a: 1 }, { a: "1" }, null, "null"]],
      [
        [[{ a: 1, b: 2 }, 0, { b: 2, a: 1 }], "2: is there twice"],
        [[[1], [1]], "1: is there twice"],
      ],
    ],
    [
      "required",
      v.required("a"),
      [{ a: null }],
      [
        [{}, "a: is required"],
        [{ a: undefined }, "a: is required"],
      ],
    ],
    ["properties", v.properties({ a: v.nothing }), [{}, { b: 1 }], [[{ a: 1 }, "a: is not allowed"]]],
    [
      "additionalProperties",
      v.additionalProperties(
        v.nothing,
        v.properties({ a: v.anything }),
        v.patternProperties({ "^x-": v.type("string") }),
      ),
      [{ a: 1, "x-b": "" }],
      [
        [{ a: 1, b: 1 }, "b: is not allowed"],
        [{ "x-b": 1 }, "x-b: must be a string, not a number"],
      ],
    ],
    [
      "propertyNames",
      v.propertyNames(v.maxLength(1)),
      [{ a: 1 }],
      [[{ ab: 1 }, "ab: has a name that must have at most 1 character"]],
    ],
    [
      "minProperties",
      v.minProperties(1),
      [{ a: 1 }],
      [[{ a: undefined }, ": must have at least 1 property"]],
    ],
    [
      "maxProperties",
      v.maxProperties(1),
      [{ a: 1, b: undefined }],
      [[{ a: 1, b: 1 }, ": must have at most 1 property"]],
    ],
    [
      "dependentRequired",
      v.dependentRequired({ a: ["b"] }),
      [{}, { b: 1 }, { a: 1, b: 1 }],
      [[{ a: 1 }, "b: is required"]],
    ],
    [
      "dependentSchemas",
      v.dependentSchemas({ a: v.minProperties(2) }),
      [{}, { b: 1 }, { a: 1, b: 1 }],
      [[{ a: 1 }, ": must have at least 2 properties"]],
    ],
  ])("%s", (_, check, valid, invalid) => {
    for (const value of valid) expect([value, said(check, value)]).toEqual([value, []]);
    for (const [value, message] of invalid) expect([value, said(check, value)]).toEqual([value, [message]]);
  });

  test.each<[string, Check, unknown]>([
    ["minimum", v.minimum(9), 5],
    ["maximum", v.maximum(1), 5],
    ["exclusiveMinimum", v.exclusiveMinimum(9), 5],
    ["exclusiveMaximum", v.exclusiveMaximum(1), 5],
    ["multipleOf", v.multipleOf(7), 5],
    ["minLength", v.minLength(9), "text"],
    ["maxLength", v.maxLength(1), "text"],
    ["pattern", v.pattern("^$"), "text"],
    ["items", v.items(v.nothing), ["item"]],
    ["prefixItems", v.prefixItems(v.nothing), ["item"]],
    ["contains", v.contains(v.nothing), ["item"]],
    ["unevaluatedItems", v.unevaluatedItems(v.nothing), ["item"]],
    ["minItems", v.minItems(9), ["item"]],
    ["maxItems", v.maxItems(0), ["item"]],
    ["required", v.required("missing"), { key: 1 }],
    ["properties", v.properties({ key: v.nothing }), { key: 1 }],
    ["patternProperties", v.patternProperties({ key: v.nothing }), { key: 1 }],
    ["additionalProperties", v.additionalProperties(v.nothing), { key: 1 }],
    ["propertyNames", v.propertyNames(v.nothing), { key: 1 }],
    ["dependentRequired", v.dependentRequired({ key: ["missing"] }), { key: 1 }],
    ["dependentSchemas", v.dependentSchemas({ key: v.nothing }), { key: 1 }],
    ["minProperties", v.minProperties(9), { key: 1 }],
    ["maxProperties", v.maxProperties(0), { key: 1 }],
  ])("%s says nothing of a value of another type", (_, check, value) => {
    expect(values.filter((value) => said(check, value).length > 0)).toEqual([value]);
  });
});

describe("what is evaluated", () => {
  const a = v.properties({ a: v.type("string") });
  const b = v.properties({ b: v.type("string") });
  test.each<[string, Check, object, object]>([
    ["by all", v.all(a, b), { a: "", b: "" }, { a: "", c: "" }],
    [
      "by an alternative that fits",
      v.anyOf(v.all(v.required("a"), a), v.all(v.required("b"), b)),
      { a: "", b: "" },
      { a: "", b: "", c: "" },
    ],
    [
      "by no alternative that does not fit",
      v.oneOf(v.all(v.required("a"), a), v.all(v.required("c"), b)),
      { a: "" },
      { a: "", b: "" },
    ],
    ["by the branch that is taken", v.ifThenElse(v.required("a"), a, b), { a: "" }, { a: "", b: "" }],
    [
      "by a condition that is met",
      v.ifThenElse(v.all(v.required("a"), a), v.anything, v.anything),
      { a: "" },
      { b: "" },
    ],
    ["by what depends on a property", v.all(a, v.dependentSchemas({ a: b })), { a: "", b: "" }, { b: "" }],
    ["by a reference", v.ref(v.schema(() => a)), { a: "" }, { b: "" }],
    ["by unevaluatedProperties further in", v.unevaluatedProperties(v.anything, a), { a: "", b: "" }, []],
    ["not by what is excluded", v.not(v.all(v.required("a"), a)), {}, { b: "" }],
    ["by a reference that may be null", v.nullable(a), { a: "" }, { b: "" }],
  ])("%s counts", (_, check, valid, invalid) => {
    const closed = v.all(v.type("object"), v.unevaluatedProperties(v.nothing, check));
    expect(said(closed, valid)).toEqual([]);
    expect(said(closed, invalid)).not.toEqual([]);
  });

  test("of an array, its first items and those that it contains", () => {
    const check = v.unevaluatedItems(v.nothing, v.prefixItems(v.type("string")), v.contains(v.type("null")));
    expect(said(check, ["a", null])).toEqual([]);
    expect(said(check, ["a", null, 1])).toEqual(["2: is not allowed"]);
  });
});

describe("of several alternatives", () => {
  const cat = v.all(v.type("object"), v.properties({ kind: v.values("cat"), lives: v.type("integer") }));
  const dog = v.all(
    v.type("object"),
    v.required("name", "age"),
    v.properties({ kind: v.values("dog"), name: v.type("string"), age: v.type("integer") }),
  );

  test("the one of the right kind is talked about", () => {
    expect(said(v.oneOf(cat, dog), { kind: "dog" })).toEqual(["name: is required", "age: is required"]);
    expect(said(v.anyOf(v.type("string"), dog), { name: "a" })).toEqual(["age: is required"]);
  });

  test("the one that the discriminator names is talked about", () => {
    const loose = v.all(v.required("a", "b", "c"), v.properties({ kind: v.type("string") }));
    const check = v.discriminator("kind", { loose }, v.oneOf(cat, loose));
    expect(said(check, { kind: "loose", a: 1 })).toEqual(["b: is required", "c: is required"]);
    expect(said(check, { kind: "loose", a: 1, b: 1, c: 1 })).toEqual([]);
    expect(said(check, { kind: "toString" })).toEqual(['kind: must be "loose"']);
  });

  test("all that are as close are named", () => {
    expect(said(v.anyOf(v.required("a"), v.required("b")), {})).toEqual([": a or b is required"]);
    expect(said(v.anyOf(v.minimum(5), v.multipleOf(2)), 1)).toEqual([
      ": must be at least 5 or must be a multiple of 2",
    ]);
    expect(said(v.anyOf(v.required("a", "b"), v.required("c", "d")), {})).toEqual([
      ": a is required and b is required, or c is required and d is required",
    ]);
  });

  test("more than one may be too many", () => {
    expect(said(v.oneOf(v.type("integer"), v.type("number")), 1)).toEqual([
      ": must fit only one of the alternatives, and fits 2",
    ]);
  });
});

describe("a value that is nested deeply", () => {
  type Tree = v.StandardSchema<unknown>;
  const tree: Tree = v.schema(() =>
    v.all(
      v.type("object"),
      v.properties({ child: v.ref(tree), list: v.all(v.type("array"), v.items(v.ref(tree))) }),
    ),
  );
  const nested = (depth: number, open: string, close: string) =>
    JSON.parse(`${open.repeat(depth)}{}${close.repeat(depth)}`) as unknown;

  test("is checked", () => {
    expect(said(v.ref(tree), nested(100, '{"child":', "}"))).toEqual([]);
  });

  test.each([
    ["of objects", nested(100_000, '{"child":', "}")],
    ["of lists", nested(100_000, '{"list":[', "]}")],
  ])("is refused, and the stack is not exhausted: %s", (_, value) => {
    expect(said(v.ref(tree), value)).toEqual([expect.stringMatching(/is nested too deeply to be checked$/)]);
  });

  test("is refused where its items must differ", () => {
    const value = [nested(100_000, '{"child":', "}")];
    expect(said(v.uniqueItems(), value)).toEqual([": is nested too deeply to be checked"]);
  });

  test("is no matter where nothing is said of it", () => {
    expect(said(v.properties({ other: v.ref(tree) }), nested(100_000, '{"child":', "}"))).toEqual([]);
  });
});

test("items that must differ are not compared each with each, however many there are", () => {
  let looks = 0;
  const items = Array.from({ length: 2000 }, (_, index) => ({
    get list() {
      looks++;
      return [index];
    },
  }));
  expect(said(v.uniqueItems(), items)).toEqual([]);
  expect(looks).toBe(items.length);
});
