import { describe, test } from "vitest";
import { type Asked, ask, expectAnswer, JSON_TYPE, PROBLEM, plain, things } from "../support/asking.ts";
import { describing } from "../support/describing.ts";

/* A case of Prism's harness each, in other words: see differences.test.ts. */

describe("requests", () => {
  const form = {
    type: "object",
    required: ["id", "status"],
    properties: {
      id: { type: "integer", minimum: 100, exclusiveMinimum: true },
      status: { type: "string", enum: ["open", "close"] },
    },
  };
  const condition = {
    type: "object",
    if: { properties: { id: { type: "integer" } } },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema, and nothing awaits it.
    then: { properties: { status: { const: "open" } } },
  };
  const posting = (type: string, media: object, openapi = "3.0.1") =>
    describing(
      "/things",
      { requestBody: { content: { [type]: media } }, responses: { "200": plain("ok") } },
      { openapi },
      "post",
    );
  const urlencoded = "application/x-www-form-urlencoded";
  const multipart = "multipart/form-data";
  const fields = (type: string, values: Record<string, string>) => {
    if (type === urlencoded) return new URLSearchParams(values);
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.append(name, value);
    return data;
  };

  test.each([urlencoded, multipart])("a form is validated: %s", async (type) => {
    const post = (media: object, values: Record<string, string>, openapi?: string) =>
      ask(posting(type, media, openapi), { body: fields(type, values) });
    await expectAnswer(post({ schema: form }, { id: "123", status: "open" }), [200, "text/plain", "ok"]);
    await expectAnswer(post({ schema: form }, { id: "100", status: "open" }), [400, PROBLEM]);
    await expectAnswer(post({ schema: form }, { id: "123", status: "ajar" }), [400, PROBLEM]);
    await expectAnswer(post({ schema: condition }, { id: "123", status: "open" }, "3.1.0"), [
      200,
      "text/plain",
      "ok",
    ]);
    const reserved = {
      schema: { type: "object", properties: { text: { type: "string" } } },
      encoding: { text: { style: "form", allowReserved: true } },
    };
    await expectAnswer(post(reserved, { text: ":/?#[]@!$&'()*+,;" }), [200, "text/plain", "ok"]);
  });

  test("JSON is validated", () => {
    const schema = { type: "object", required: ["id"], properties: { status: { enum: ["open"] } } };
    const headers = { "content-type": JSON_TYPE };
    return expectAnswer(ask(posting(JSON_TYPE, { schema }), { headers, body: '{"status":"ajar"}' }), [
      400,
      PROBLEM,
    ]);
  });

  test("a schema that refers to itself validates", async () => {
    const $ref = "#/components/schemas/Document";
    const Document = {
      type: "object",
      properties: { chunks: { anyOf: [{ type: "array", items: { $ref } }] } },
    };
    const description = {
      ...posting(JSON_TYPE, { schema: { $ref } }),
      components: { schemas: { Document } },
    };
    const headers = { "content-type": JSON_TYPE };
    await expectAnswer(ask(description, { headers, body: '{"chunks":[{"chunks":[]}]}' }), [
      200,
      "text/plain",
      "ok",
    ]);
    await expectAnswer(ask(description, { headers, body: '{"chunks":[{"chunks":1}]}' }), [400, PROBLEM]);
  });

  test("a Content-Type without a body is no body", () => {
    const description = describing("/things", { responses: { "200": plain("ok") } }, {}, "post");
    return expectAnswer(ask(description, { method: "POST", headers: { "content-type": "text/plain" } }), [
      200,
      "text/plain",
      "ok",
    ]);
  });

  const pagination = {
    type: "object",
    properties: { offset: { type: "integer" }, limit: { type: "integer" } },
  };
  const query = (schema: object, more: object = {}) => [
    { in: "query", name: "p-q", required: true, schema, ...more },
  ];

  test.each<[string, object[], Asked, number]>([
    [
      "a header of another type",
      [{ in: "header", name: "x-age", required: true, schema: { type: "number" } }],
      { headers: { "x-age": "old" } },
      400,
    ],
    ["a header that is not there", [{ in: "header", name: "x-age", required: true }], {}, 400],
    ["a query parameter that is not there", query({}), {}, 400],
    ["a query parameter of another type", query({ type: "number" }), { path: "/things?p-q=old" }, 400],
    ["a name with a hyphen", query({ type: "number" }), { path: "/things?p-q=1" }, 200],
    [
      "a list in another style",
      query(
        { type: "array", minItems: 2, items: { type: "string" } },
        { style: "pipeDelimited", explode: false },
      ),
      { path: "/things?p-q=a,b" },
      400,
    ],
    ["an object, exploded", query(pagination, { explode: true }), { path: "/things?offset=1&limit=2" }, 200],
    [
      "an object of other types, exploded",
      query(pagination, { explode: true }),
      { path: "/things?offset=a&limit=b" },
      400,
    ],
    ["an object", query(pagination, { explode: false }), { path: "/things?p-q=offset,1,limit,2" }, 200],
    [
      "an object of other types",
      query(pagination, { explode: false }),
      { path: "/things?p-q=limit,a,offset,b" },
      400,
    ],
    [
      "a deprecated parameter that is not there",
      [{ in: "query", name: "old", deprecated: true, schema: {} }],
      {},
      200,
    ],
    [
      "a deprecated parameter that is",
      [{ in: "query", name: "old", deprecated: true, schema: {} }],
      { path: "/things?old=1" },
      200,
    ],
  ])("parameters are validated: %s", (_, parameters, asked, status) =>
    expectAnswer(ask(things({ "200": plain("ok") }, {}, { parameters }), asked), [
      status,
      status === 200 ? "text/plain" : PROBLEM,
    ]),
  );

  test.each<[string, string, object, string, number]>([
    ["one that does not match", "/a/{b}", { type: "string", pattern: "^[A-Z]+$" }, "/a/fp", 400],
    ["a name with a hyphen", "/a/{b-id}", { type: "number" }, "/a/1", 200],
  ])("path parameters are validated: %s", (_, path, schema, asked, status) => {
    const name = path.slice(path.indexOf("{") + 1, -1);
    const parameters = [{ name, in: "path", required: true, schema }];
    return expectAnswer(ask(describing(path, { parameters }), { path: asked }), [status]);
  });
});
