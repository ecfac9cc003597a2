import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonError, parseJson } from "../src/request/json.ts";

const parse = (text: string) => parseJson(new TextEncoder().encode(text));
const wellFormed = fc.string({ unit: "binary" });
// Node 24 takes a name that is written with an escape for one with a backslash, when it has read that one before: it reads
// `{"a":1,"\n":2}` as `{"a":1,"\\":2}`. So only one name here has an escape.
const key = fc.oneof(
  wellFormed.filter((name) => JSON.stringify(name) === `"${name}"`),
  fc.constantFrom("__proto__", "\\", ":"),
);
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
      expect(parse(text)).toEqual(JSON.parse(text));
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
