import { expect, test } from "vitest";
import { createSandbox } from "./notes/create-sandbox.ts";

const LIST = { type: "array", items: { type: "integer" } };
const POINT = {
  type: "object",
  required: ["x"],
  properties: { x: { type: "integer" }, y: { type: "integer" } },
};

/** Asks an operation with these parameters; gives the problems, or nothing when it was answered. */
async function ask(
  parameters: object[],
  url: string,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const path = parameters.some((parameter) => "in" in parameter && parameter.in === "path") ? "/{p}" : "/";
  const operation = { parameters, responses: { "204": { description: "" } } };
  const sandbox = createSandbox({
    description: { openapi: "3.1.0", info: {}, paths: { [path]: { get: operation } } },
  });
  const response = await sandbox.fetch(`http://sandbox${url}`, { headers });
  if (response.status === 204) return [];
  expect(response.status).toBe(400);
  const { errors } = await response.json();
  return errors.map(({ message }: { message: string }) => message);
}

test("required parameters are required, and others are not", async () => {
  expect(await ask([{ name: "q", in: "query", schema: {} }], "/")).toEqual([]);
  expect(await ask([{ name: "q", in: "query", required: true, schema: {} }], "/")).toEqual(["q is required"]);
  const everywhere = ["query", "header", "cookie"].map((place) => ({
    name: `In-${place}`,
    in: place,
    required: true,
  }));
  expect(await ask(everywhere, "/")).toEqual([
    "In-query is required",
    "In-header is required",
    "In-cookie is required",
  ]);
  expect(await ask(everywhere, "/?In-query=1", { "in-header": "2", cookie: "a=b; In-cookie=3" })).toEqual([]);
});

test("text is read as the type that the schema asks for", async () => {
  const p = (schema: object) => [{ name: "p", in: "path", required: true, schema }];
  expect(await ask(p({ type: "integer" }), "/12")).toEqual([]);
  expect(await ask(p({ type: "integer" }), "/1.5")).toEqual(["p must be an integer, not a number"]);
  expect(await ask(p({ type: "integer" }), "/x")).toEqual(["p must be an integer, not a string"]);
  expect(await ask(p({ type: "boolean" }), "/true")).toEqual([]);
  expect(await ask(p({ type: "string", maxLength: 1 }), "/%C3%A9")).toEqual([]);
  expect(await ask(p({ type: "string" }), "/%ff")).toEqual(["p is not valid percent-encoding"]);
});

test.each<[string, object, string[], string[]]>([
  ["allOf", { allOf: [{ type: ["integer", "string"] }, { type: "integer" }] }, ["1"], ["x"]],
  ["alternatives", { oneOf: [{ type: "integer" }, { type: "boolean" }] }, ["1", "true"], ["x", "1.5"]],
  [
    "alternatives with limits",
    {
      anyOf: [
        { type: "integer", minimum: 10 },
        { pattern: "^a", type: "string" },
      ],
    },
    ["12", "ab"],
    ["5", "b"],
  ],
  ["the values of an enum", { enum: [1, 2, null] }, ["1", "null"], ["3", "x"]],
  ["a constant", { const: true }, ["true"], ["false", "1"]],
  ["a list or one of its items", { anyOf: [{ type: "integer" }, LIST] }, ["1", "1&p=2"], ["x", "1&p=x"]],
  [
    "lists of items of several types",
    { type: "array", items: { type: ["integer", "null"] } },
    ["1&p=null"],
    ["x"],
  ],
  [
    "tuples",
    { type: "array", prefixItems: [{ type: "integer" }, { type: "boolean" }] },
    ["1&p=true"],
    ["1&p=2"],
  ],
])("text is read as one of the types of %s", async (_, schema, good, bad) => {
  const parameters = [{ name: "p", in: "query", schema }];
  for (const text of good) expect(await ask(parameters, `/?p=${text}`)).toEqual([]);
  for (const text of bad) expect(await ask(parameters, `/?p=${text}`)).not.toEqual([]);
});

test.each([
  ["form, exploded", {}, "/?p=1&p=2", "/?p=1&p=b"],
  ["form", { explode: false }, "/?p=1,2", "/?p=1,b"],
  ["space delimited", { style: "spaceDelimited" }, "/?p=1%202", "/?p=1+b"],
  ["pipe delimited", { style: "pipeDelimited" }, "/?p=1|2", "/?p=1%7Cb"],
])("arrays in a query are read in the style %s", async (_, style, good, bad) => {
  const parameters = [{ name: "p", in: "query", schema: LIST, ...style }];
  expect(await ask(parameters, good)).toEqual([]);
  expect(await ask(parameters, bad)).toEqual(["p.1 must be an integer, not a string"]);
});

test("a comma in an item is told from one between items", async () => {
  const schema = { type: "array", items: { type: "string" }, maxItems: 1 };
  const parameters = [{ name: "p", in: "query", explode: false, schema }];
  expect(await ask(parameters, "/?p=a%2Cb")).toEqual([]);
  expect(await ask(parameters, "/?p=a,b")).toHaveLength(1);
});

test.each([
  ["deepObject", { in: "query", style: "deepObject" }, "/?p[x]=1&p%5By%5D=2", "/?p[y]=2", {}, {}],
  ["form, exploded", { in: "query" }, "/?x=1&y=2", "/?y=2", {}, {}],
  ["form", { in: "query", explode: false }, "/?p=x,1,y,2", "/?p=y,2", {}, {}],
  ["simple", { in: "header" }, "/", "/", { p: "x,1, y,2" }, { p: "y,2" }],
  ["simple, exploded", { in: "header", explode: true }, "/", "/", { p: "x=1,y=2" }, { p: "y=2" }],
])("objects are read in the style %s", async (_, style, good, bad, goodHeaders, badHeaders) => {
  const parameters = [{ name: "p", schema: POINT, ...style }];
  expect(await ask(parameters, good, goodHeaders)).toEqual([]);
  expect(await ask(parameters, bad, badHeaders)).toEqual(["p.x is required"]);
});

test.each<[string, object, string, string]>([
  [
    "that it is composed of",
    { allOf: [POINT, { properties: { z: { type: "boolean" } } }] },
    "x=1&z=true",
    "x=1&z=1",
  ],
  ["of its alternatives", { oneOf: [POINT, { properties: { x: { type: "boolean" } } }] }, "x=true", "x=no"],
  ["that are not listed", { type: "object", additionalProperties: { type: "integer" } }, "any=1", "any=x"],
  ["of a pattern", { type: "object", patternProperties: { "^n": { type: "integer" } } }, "n1=1", "n1=x"],
  ["that are lists", { type: "object", properties: { x: LIST } }, "x=1&x=2", "x=1&x=b"],
])("an object has the properties %s", async (_, schema, good, bad) => {
  const deep = (query: string) => query.replaceAll(/(\w+)=/g, "p[$1]=");
  for (const style of ["form", "deepObject"]) {
    const parameters = [{ name: "p", in: "query", style, explode: true, required: true, schema }];
    const url = (query: string) => `/?${style === "form" ? query : deep(query)}`;
    expect(await ask(parameters, url(good))).toEqual([]);
    expect(await ask(parameters, url(bad))).not.toEqual([]);
  }
});

test("other parameters are no properties of an exploded object that lists none", async () => {
  const any = { name: "p", in: "query", schema: { type: "object", maxProperties: 1 } };
  const page = { name: "page", in: "query", schema: { type: "integer" } };
  expect(await ask([any, page], "/?a=1&page=2")).toEqual([]);
  expect(await ask([any], "/?a=1&page=2")).toEqual(["p must have at most 1 property"]);
});

test("an empty value is no parameter where the description allows it to be empty", async () => {
  const flag = { name: "p", in: "query", schema: { type: "integer" } };
  expect(await ask([flag], "/?p")).toEqual(["p must be an integer, not a string"]);
  expect(await ask([{ ...flag, allowEmptyValue: true, required: true }], "/?p")).toEqual([]);
});

test("a parameter with a media type is parsed as one", async () => {
  const parameters = [{ name: "p", in: "query", content: { "application/json": { schema: POINT } } }];
  expect(await ask(parameters, `/?p=${encodeURIComponent('{"x":1}')}`)).toEqual([]);
  expect(await ask(parameters, "/?p=%7B")).toEqual(["p is not valid JSON"]);
});

test("parameters named Accept, Content-Type or Authorization are ignored, as OpenAPI says", async () => {
  const parameters = ["Accept", "Content-Type", "Authorization"].map((name) => ({
    name,
    in: "header",
    required: true,
  }));
  expect(await ask(parameters, "/")).toEqual([]);
});
