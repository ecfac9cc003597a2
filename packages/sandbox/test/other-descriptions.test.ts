import document from "@visitors-api/openapi/notes" with { type: "json" };
import { describe, expect, test } from "vitest";
import { createSandbox } from "./notes/create-sandbox.ts";
import { NOTE } from "./notes/described.ts";
import { describing, json } from "./support/describing.ts";

describe("an operation that the sandbox has no handler for", () => {
  const extended = structuredClone(document);
  const example = { ...NOTE, name: "From the description" };
  Object.assign(extended.paths, {
    "/notes/{id}": {
      get: {
        operationId: "getNote",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          "200": json({
            schema: { $ref: "#/components/schemas/Note" },
            examples: { one: { value: example } },
          }),
          "404": { $ref: "#/components/responses/Unauthorized" },
        },
      },
      delete: { operationId: "deleteNote", security: [], responses: { "204": { description: "Gone" } } },
    },
  });
  const sandbox = createSandbox({ description: extended });
  const headers = { authorization: "Bearer any" };

  test("is answered with its documented example as soon as the description has it", async () => {
    const response = await sandbox.fetch("http://sandbox/notes/1", { headers });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(example);
  });

  test("is secured as the description says", async () => {
    expect((await sandbox.fetch("http://sandbox/notes/1")).status).toBe(401);
    expect((await sandbox.fetch("http://sandbox/notes/1", { method: "DELETE" })).status).toBe(204);
  });

  test("has no body where none is documented", async () => {
    const response = await sandbox.fetch("http://sandbox/notes/1", { method: "DELETE", headers });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
  });

  test("is answered to HEAD without the body that GET has", async () => {
    const response = await sandbox.fetch("http://sandbox/notes/1", { method: "HEAD", headers });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  test("leaves the operations that have a handler as they were", async () => {
    const response = await sandbox.fetch("http://sandbox/notes", {
      method: "PUT",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ id: NOTE["id"], name: "Changed" }),
    });
    expect(await response.json()).toMatchObject({ name: "Changed" });
  });
});

describe("an answer that no example is documented for", () => {
  const sampleOf = async (schema: object, more: object = {}) => {
    const sandbox = createSandbox({
      description: describing("/", { responses: { "200": json({ schema }) } }, more),
    });
    return (await sandbox.fetch("http://sandbox/")).json();
  };

  test("is made from the examples, defaults and types of its schema", async () => {
    const properties = {
      example: { type: "string", example: "given" },
      examples: { type: "string", examples: ["first", "second"] },
      default: { type: "integer", default: 7 },
      const: { const: "fixed" },
      enum: { enum: ["a", "b"] },
      list: { type: "array", items: { type: "boolean" } },
      number: { type: "number", minimum: 3 },
      time: { type: "string", format: "date-time" },
      all: { allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] },
      any: { anyOf: [{ type: "integer" }, { type: "string" }] },
      nullable: { type: ["string", "null"] },
    };
    expect(await sampleOf({ type: "object", properties })).toEqual({
      example: "given",
      examples: "first",
      default: 7,
      const: "fixed",
      enum: "a",
      list: [true],
      number: 3,
      time: "2024-04-04T09:32:51Z",
      all: { a: 1, b: 2 },
      any: 0,
      nullable: "string",
    });
  });

  test("comes to an end where a schema contains itself", async () => {
    const Node = {
      type: "object",
      properties: { name: { const: "n" }, next: { $ref: "#/components/schemas/Node" } },
    };
    const value = await sampleOf(
      { $ref: "#/components/schemas/Node" },
      { components: { schemas: { Node } } },
    );
    expect(value).toEqual({ name: "n" });
  });
});

test("schemas that refer to each other by many ways are gone through once", async () => {
  const properties = (name: string) =>
    Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `to${name}${index}`,
        { $ref: `#/components/schemas/${name}` },
      ]),
    );
  const schemas = {
    A: { type: "object", properties: properties("B") },
    B: { type: "object", properties: properties("A") },
  };
  const response = json({ schema: { $ref: "#/components/schemas/A" } });
  const description = describing("/", { responses: { "200": response } }, { components: { schemas } });
  const { fetch } = createSandbox({ description, strict: true });
  const body = await (await fetch("http://sandbox/")).json();
  expect(Object.keys(body)).toHaveLength(12);
  expect(JSON.stringify(body).length).toBeLessThan(1000);
});

describe("errors of a description with another shape of error", () => {
  const problem = {
    type: "object",
    required: ["title"],
    properties: { title: { type: "string", example: "Oops" } },
  };

  test("are answered with its own example", async () => {
    const responses = {
      "200": { description: "" },
      "404": json({ schema: problem, example: { title: "No such thing" } }),
    };
    const sandbox = createSandbox({ description: describing("/things", { responses }) });
    const response = await sandbox.fetch("http://sandbox/things", { headers: { prefer: "code=404" } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ title: "No such thing" });
  });

  test("are made from its schema where it has no example", async () => {
    const responses = { "200": { description: "" }, default: json({ schema: problem }) };
    const sandbox = createSandbox({ description: describing("/things", { responses }) });
    const response = await sandbox.fetch("http://sandbox/nothing");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ title: "Oops" });
  });

  test("are problem details (RFC 9457) where it describes no errors at all", async () => {
    const response = await createSandbox({ description: describing("/things", {}) }).fetch(
      "http://sandbox/nothing",
    );
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toEqual({
      title: "Not Found",
      status: 404,
      detail: "Not Found",
      errors: [{ message: "Not Found" }],
      request_id: response.headers.get("x-request-id"),
    });
  });
});

test("sends the headers and the media type that are documented", async () => {
  const response = {
    description: "",
    headers: { "X-Page": { schema: { type: "integer", example: 2 } } },
    content: { "text/csv": { example: "a,b\n1,2\n" } },
  };
  const sandbox = createSandbox({ description: describing("/", { responses: { "200": response } }) });
  const answer = await sandbox.fetch("http://sandbox/");
  expect(answer.headers.get("content-type")).toBe("text/csv");
  expect(answer.headers.get("x-page")).toBe("2");
  expect(await answer.text()).toBe("a,b\n1,2\n");
});

describe("OpenAPI 3.0", () => {
  const schema = {
    type: "object",
    required: ["id", "note", "positive"],
    properties: {
      id: { type: "string", readOnly: true },
      note: { type: "string", nullable: true },
      positive: { type: "number", minimum: 0, exclusiveMinimum: true },
    },
  };
  const operation = { requestBody: json({ schema }), responses: { "200": { description: "" } } };
  const sandbox = createSandbox({ description: describing("/", operation, { openapi: "3.0.3" }, "post") });
  const post = (body: object) =>
    sandbox.fetch("http://sandbox/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("`nullable` allows null, and `readOnly` is not required of a request", async () => {
    expect((await post({ note: null, positive: 1 })).status).toBe(200);
    expect((await post({ positive: 1 })).status).toBe(400);
  });

  test("`exclusiveMinimum: true` excludes the minimum", async () => {
    expect((await post({ note: "", positive: 0 })).status).toBe(400);
  });
});

describe("a description that cannot be used is refused when the sandbox is made", () => {
  test.each([
    ["that is no OpenAPI 3", { swagger: "2.0" }, "not an OpenAPI 3.0 or 3.1 document"],
    [
      "that refers to something it does not have",
      describing("/", { parameters: [{ $ref: "#/components/parameters/Missing" }] }),
      "#/components/parameters/Missing, which it does not have",
    ],
    [
      "that refers to something it does not have, deep in a schema",
      describing("/", {
        responses: { default: json({ schema: { items: { $ref: "#/components/schemas/No" } } }) },
      }),
      "#/components/schemas/No, which it does not have",
    ],
    [
      "with a schema that is nothing but a reference to itself",
      describing("/", {}, { components: { schemas: { Loop: { $ref: "#/components/schemas/Loop" } } } }),
      "#/components/schemas/Loop leads back to itself",
    ],
    [
      "that is in several files",
      describing("/", { parameters: [{ $ref: "./other.yaml" }] }),
      "./other.yaml, outside of itself: bundle it",
    ],
    [
      "with a scheme it does not define",
      describing("/", { security: [{ missing: [] }] }),
      "security scheme missing",
    ],
    [
      "with a path that cannot be told apart",
      describing("/{a}{b}", {}),
      "a path that cannot be matched: /{a}{b}",
    ],
  ])("%s", (_, description, message) => {
    expect(() => createSandbox({ description })).toThrow(message);
  });
});
