import { character } from "@visitors-api/openapi/character";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isHeld } from "../src/json/held-number.ts";
import { parseJson } from "../src/request/json.ts";
import { JsonError } from "../src/request/json-error.ts";

const parse = (text: string) => parseJson(new TextEncoder().encode(text));
const wellFormed = fc.string({ unit: character });
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

/** What is said of a text that is refused, and where. */
function refusal(text: string): [message: string, path?: string, offset?: number] {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return error.place ? [error.message, error.place.path.join("."), error.place.offset] : [error.message];
  }
  throw new Error(`${text} was taken`);
}

test.each<[string, string, number]>([
  ['{"a":1,"a":1}', "a", 7],
  ['{"a":1,"\\u0061":2}', "a", 7],
  ['[{"b":[{"a":{},"c":":","a":{}}]}]', "0.b.0.a", 23],
  ['{"__proto__":1,"__proto__":2}', "__proto__", 15],
])("refuses a property that is there twice, and says where: %s", (text, path, offset) => {
  expect(refusal(text)).toEqual(["it has the same property twice in one object", path, offset]);
});

test.each<[string, string, string, number]>([
  ["1e400", "1e400", "", 0],
  ['[0,{"a":[-1E+999]}]', "-1E+999", "1.a.0", 9],
  ['{"n":9007199254740993}', "9007199254740993", "n", 5],
  ['{"a,\\"}":[1,2,{"b":12345678901234567890}]}', "12345678901234567890", 'a,"}.2.b', 19],
  ['{"n":1e-400}', "1e-400", "n", 5],
  ['{"n":1724225024098363.1}', "1724225024098363.1", "n", 5],
  ['{"n":1724225024098363.24}', "1724225024098363.24", "n", 5],
  ['{"n":3.141592653589793238462643383279}', "3.141592653589793238462643383279", "n", 5],
  [`[${"9".repeat(100)}]`, `${"9".repeat(40)}…`, "0", 1],
])("refuses a number that a double cannot hold, and says where: %s", (text, number, path, offset) => {
  const message = `it has the number ${number}, which a double cannot hold`;
  expect(refusal(text)).toEqual([message, path, offset]);
});

test("takes every number that a double holds, however it is written", () => {
  const written = [
    "0 -0 0.0 -0e999999 1.500 100000000000000000000 1E5 1e+2 -12.5e-3 9007199254740991 9007199254740992 9007199254740994",
    "0.1 0.30000000000000004 0.10000000000000001 123456789012345.1 1.7976931348623157e308 5e-324 4.9e-324 2.2250738585072014e-308",
    "1724225024098363.2 1724225024098363.3 1724225024098363.25 0.1000000000000000055511151231257827021181583404541015625 10000000000000000303786028427003666890752",
  ]
    .join(" ")
    .split(" ");
  for (const number of written) expect(parse(`{"n":[${number}]}`), number).toEqual({ n: [Number(number)] });
});

test("takes whatever number a program writes that has doubles", () => {
  // Of many of these, a double is halfway between two numbers of 17 digits.
  const eighths = fc.maxSafeInteger().map((integer) => integer / 8);
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), eighths),
      fc.integer({ min: 17, max: 100 }),
      (double, digits) => {
        for (const text of [String(double), double.toPrecision(digits), double.toExponential()]) {
          expect(isHeld(text), text).toBe(true);
        }
      },
    ),
  );
});

test("refuses every integer that a double makes another one of", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (integer) => {
      expect(isHeld(String(integer))).toBe(BigInt(Number(integer)) === integer);
    }),
  );
});

test("is done at once with a number of a million digits", () => {
  expect(() => parse(`[1${"0".repeat(1_000_000)}1]`)).toThrow("which a double cannot hold");
  expect(parse(`[0.${"0".repeat(1_000_000)}]`)).toEqual([0]);
});

test.each<[string, string, number]>([
  ['{"a":["\\ud800"]}', "a.0", 6],
  ['{"\\udc00b":1}', "\udc00b", 1],
])("refuses half of a surrogate pair, and says where: %s", (text, path, offset) => {
  expect(refusal(text)).toEqual(["it has half of a surrogate pair in a string", path, offset]);
});

test.each<[string, Uint8Array, string]>([
  ["UTF-16", Buffer.from("\u{feff}{}", "utf16le"), "it is UTF-16: write it in UTF-8"],
  [
    "UTF-16 in the other order",
    Buffer.from("\u{feff}{}", "utf16le").swap16(),
    "it is UTF-16: write it in UTF-8",
  ],
  ["UTF-16 without a byte order mark", Buffer.from("{}", "utf16le"), "it is UTF-16: write it in UTF-8"],
  ["a byte order mark", Buffer.from("\u{feff}{}"), "it begins with a byte order mark"],
])("says that a body is no JSON because of %s", (_, bytes, message) => {
  expect(() => parseJson(bytes)).toThrow(message);
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
  expect(() => parse(text)).toThrow("it is nested more than 200 levels deep");
});
