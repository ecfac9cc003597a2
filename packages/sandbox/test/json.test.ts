import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonError, parseJson } from "../src/request/json.ts";

const parse = (text: string) => parseJson(new TextEncoder().encode(text));
const wellFormed = fc.string({ unit: "binary" });
const key = fc.oneof(wellFormed, fc.constantFrom("__proto__", "\\", "\\\\", ":", "\n", '"', "A\\", "\n:"));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, 0, -1.5, "", ':"\\', "\\u0000"),
    wellFormed,
    fc.array(tie("value")),
    fc.dictionary(key, tie("value"), { noNullPrototype: true }),
  ),
}));

test("takes whatever is written as JSON, and changes nothing of it", () => {
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2), (written, indent) => {
      const text = JSON.stringify(written, undefined, indent);
      // As text, for a comparison of objects does not see a property named `__proto__`.
      expect(JSON.stringify(parse(text))).toBe(JSON.stringify(written));
    }),
    { numRuns: 500 },
  );
});

test.each([
  '{"a":1,"a":1}',
  '{"a":1,"\\u0061":2}',
  '[{"b":[{"a":{},"c":":","a":{}}]}]',
  '{"__proto__":1,"__proto__":2}',
])("refuses a property that is there twice: %s", (text) => {
  expect(() => parse(text)).toThrow(new JsonError("it has the same property twice in one object"));
});

test("takes the same name in two objects", () => {
  expect(parse('[{"a":1},{"a":{"a":2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }]);
});

test("takes a key that is written with an escape for what it is, whatever was read before", () => {
  for (let round = 0; round < 3; round++) {
    expect(parse('{"a":0,"\\\\":1}')).toEqual({ a: 0, "\\": 1 });
    expect(parse('{"a":0,"\\n":1, "b": [true, {"\\u0041" : -1.5e3}], "c":{}}')).toEqual({
      a: 0,
      "\n": 1,
      b: [true, { A: -1500 }],
      c: {},
    });
  }
});

test("refuses what is nested too deeply, with such a key too", () => {
  const text = `{"\\n":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(() => parse(text)).toThrow(new JsonError("it is nested more than 200 levels deep"));
});
