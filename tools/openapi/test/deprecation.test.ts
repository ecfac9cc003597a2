import { describe, expect, test } from "vitest";
import { mistakeOfDay, readDeprecation } from "../src/index.ts";
import { only, readOperation, versions } from "./support/read.ts";

const days = { "x-deprecated-since": "2026-11-30", "x-sunset": "2027-06-30" };
const dated = { deprecated: true, ...days };
const read = { deprecated: true, deprecatedSince: "2026-11-30", sunset: "2027-06-30" };

describe.each(versions)("days of a deprecation (OpenAPI %s)", (version) => {
  test("are read of operations, parameters, headers and schemas alike", () => {
    const schema = { type: "string", ...dated };
    const operation = readOperation(version, {
      ...dated,
      parameters: [{ name: "a", in: "query", schema, ...dated }],
      responses: { "200": { description: "", headers: { B: { schema, ...dated } } } },
    });
    const parameter = only(operation.parameters);
    expect(operation).toMatchObject(read);
    expect(parameter).toMatchObject(read);
    expect(only(only(operation.responses).headers)).toMatchObject(read);
    expect(readDeprecation(Object(parameter.schema))).toEqual(read);
  });
});

test.each<[string, object, object]>([
  ["nothing", {}, { deprecated: false }],
  ["no day", { deprecated: true }, { deprecated: true }],
  ["a day alone", days, { deprecated: false }],
  ["a leap day", { deprecated: true, "x-sunset": "2028-02-29" }, { deprecated: true, sunset: "2028-02-29" }],
  ["the same day twice", { ...dated, "x-sunset": "2026-11-30" }, { ...read, sunset: "2026-11-30" }],
])("%s is read as what it says", (_, written, expected) => {
  expect(readDeprecation(written)).toEqual({
    deprecatedSince: undefined,
    sunset: undefined,
    ...expected,
  });
});

test.each<[string, unknown, RegExp]>([
  ["words", "soon", /must be a day/],
  ["a number", 2027, /must be a day/],
  ["a moment", "2027-06-30T00:00:00Z", /must be a day/],
  ["a day that no calendar has", "2027-02-29", /must be a day/],
  ["a month that no calendar has", "2027-13-01", /must be a day/],
  ["a day before the deprecation", "2026-11-29", /must not be before `x-deprecated-since`/],
])("%s is no day of the end", (_, sunset, message) => {
  expect(mistakeOfDay({ ...dated, "x-sunset": sunset }, "x-sunset")).toMatch(message);
  expect(readDeprecation({ ...dated, "x-sunset": sunset }).sunset).toBeUndefined();
});
