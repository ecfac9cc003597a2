import { describe, expect, test } from "vitest";
import { ask, empty, expectAnswer, JSON_TYPE, ok, PROBLEM, things } from "../support/asking.ts";
import { describing, json } from "../support/describing.ts";

/* A case of Prism's harness each, in other words: see differences.test.ts. */

describe("bodies from schemas", () => {
  const body = (schema: object, openapi = "3.1.0", components: object = {}) =>
    ask(things(ok({ [JSON_TYPE]: { schema } }), { openapi, components })).then((response) => response.json());

  test("have examples, defaults and constants", async () => {
    const properties = {
      title: { type: "string", examples: ["Work", "Rest"] },
      note: { type: "string" },
      ages: { type: "array", contains: { type: "integer", exclusiveMaximum: 50, exclusiveMinimum: 20 } },
      priority: { type: "number", const: 0 },
      level: { type: "number", default: 3 },
    };
    expect(await body({ type: "object", properties })).toEqual({
      title: "Work",
      note: "string",
      ages: [21],
      priority: 0,
      level: 3,
    });
  });

  test("have null where that is the default", async () => {
    const nothing = { type: "string", nullable: true, default: null };
    expect(await body({ type: "object", properties: { a: nothing, b: nothing } }, "3.0.1")).toEqual({
      a: null,
      b: null,
    });
  });

  test("have a component as often as it is referred to, and go into one that contains itself no further than there is need", async () => {
    const $ref = "#/components/schemas/Node";
    const Node = {
      type: "object",
      properties: { text: { type: "string" }, children: { type: "array", items: { $ref } } },
    };
    const twice = { type: "object", properties: { one: { $ref }, two: { $ref } } };
    const node = { text: "string", children: [] };
    expect(await body(twice, "3.0.0", { schemas: { Node } })).toEqual({ one: node, two: node });
  });
});

describe("examples by name", () => {
  const examples = { cat: { value: { name: "Tom" } }, dog: { value: { name: "Rex" } } };

  test.each([
    ["cat", '{"name":"Tom"}'],
    ["dog", '{"name":"Rex"}'],
  ])("%s", (name, body) => {
    const description = things(ok({ [JSON_TYPE]: { examples } }));
    return expectAnswer(ask(description, { headers: { prefer: `example=${name}` } }), [200, JSON_TYPE, body]);
  });

  test("are ignored where the request is refused", async () => {
    const schema = { type: "object", required: ["a"] };
    const responses = {
      ...ok({ [JSON_TYPE]: { examples } }),
      "422": json({ examples: { no: { value: { name: "No" } } } }),
    };
    const description = describing("/things", { requestBody: json({ schema }), responses }, {}, "post");
    const headers = { "content-type": JSON_TYPE, prefer: "code=200, example=cat" };
    await expectAnswer(ask(description, { headers, body: "{}" }), [422, JSON_TYPE, '{"name":"No"}']);
  });
});

describe("an answer that is not as described is a 500 under strict", () => {
  const strict = { options: { strict: true } };

  test.each<[string, object, unknown]>([
    ["of another type", { type: "object" }, 123],
    ["of another value", { type: "string", enum: ["placed", "approved"] }, "gone"],
    [
      "with too few of the items that it must contain",
      { type: "array", contains: { enum: ["a", "b"] }, minContains: 3 },
      ["a", "b", "c"],
    ],
    [
      "with an item of another type",
      { type: "array", prefixItems: [{ type: "number" }], items: { type: "string" } },
      [false, "a"],
    ],
  ])("%s", async (_, schema, value) => {
    const description = things(ok({ [JSON_TYPE]: { schema, examples: { one: { value } } } }));
    await expectAnswer(ask(description, strict), [500, PROBLEM]);
    await expectAnswer(ask(description), [200, JSON_TYPE, JSON.stringify(value)]);
  });

  test("and what is refused is none for that", () => {
    const security = {
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "k" } } },
    };
    return expectAnswer(ask(things({ default: empty }, security), strict), [401, null, ""]);
  });
});
