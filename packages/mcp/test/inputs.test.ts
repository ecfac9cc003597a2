import { readDescription } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { toolsOf } from "../src/describe/tools.ts";
import { connectedTo } from "./support/connected.ts";
import { described } from "./support/described.ts";
import { textOf } from "./support/tool-call.ts";

const done = { 204: { description: "Done." } };

function bodyOf(schema: object, mediaType = "application/json"): object {
  return { required: true, content: { [mediaType]: { schema } } };
}

function toolOf(operation: object, components: object = {}) {
  const document = described(
    { "/things/{id}": { post: { operationId: "makeThing", responses: done, ...operation } } },
    { components },
  );
  const [tool] = toolsOf(readDescription(document));
  if (tool === undefined) throw new Error("No tool was made");
  return tool.tool;
}

const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

test("alternatives are one object that says what to give, and the validator decides", async () => {
  const card = {
    type: "object",
    required: ["number", "expiry"],
    properties: { number: { type: "string" }, expiry: { type: "string" } },
  };
  const account = {
    type: "object",
    required: ["iban"],
    properties: { iban: { type: "string" }, number: { type: "integer" } },
  };
  const operation = { parameters: [id], requestBody: bodyOf({ oneOf: [card, account] }) };
  const tool = toolOf(operation);
  expect(tool.description).toMatch(/ Give `number` and `expiry`, or `iban`\.$/);
  expect(tool.input).toMatchObject({ type: "object", required: ["id"] });
  expect(tool.input.properties).toMatchObject({
    number: { anyOf: [{ type: "string" }, { type: "integer" }] },
  });

  const { client, fetched } = await connectedTo(
    described({ "/things/{id}": { post: { operationId: "makeThing", responses: done, ...operation } } }),
  );
  const refused = await client.callTool({ name: "makeThing", arguments: { id: "1", number: "4111" } });
  expect(textOf(refused)).toContain("nothing was sent");
  const accepted = await client.callTool({ name: "makeThing", arguments: { id: "1", iban: "DE00" } });
  expect(accepted.isError).toBeUndefined();
  expect(await fetched[0]?.json()).toEqual({ iban: "DE00" });
});

test("alternatives that a value tells apart are named with it", () => {
  const of = (kind: string, name: string) => ({
    type: "object",
    required: ["kind", name],
    properties: { kind: { const: kind }, [name]: { type: "string" } },
  });
  const tool = toolOf({
    parameters: [id],
    requestBody: bodyOf({ oneOf: [of("cat", "meow"), of("dog", "bark")] }),
  });
  expect(tool.description).toContain('Give `kind` "cat" and `meow`, or `kind` "dog" and `bark`.');
  expect(tool.input.properties).toMatchObject({ kind: { enum: ["cat", "dog"] } });
  expect(tool.input.required).toEqual(["id", "kind"]);
});

test("alternatives that a discriminator tells apart are named with its values, whatever their schemas say", () => {
  const schemas = {
    Cat: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string" }, lives: { type: "integer" } },
    },
    Dog: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string" }, bark: { type: "string" } },
    },
  };
  const alternatives = Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };
  const union = { oneOf: alternatives, discriminator: { propertyName: "kind", mapping } };
  const tool = toolOf({ requestBody: bodyOf(union) }, { schemas });
  expect(tool.description).toContain('Give `kind` "cat" or `kind` "dog".');
  expect(tool.input).toMatchObject({ properties: { kind: { enum: ["cat", "dog"] } }, required: ["kind"] });
});

test("unions of unions of all of each other are read in no time that anybody notices", () => {
  const names = Array.from({ length: 15 }, (_, index) => `Part${index}`);
  const anyOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const schemas = Object.fromEntries(
    names.map((name) => [name, { type: "object", properties: { [name]: { anyOf } }, anyOf }]),
  );
  const tool = toolOf({ requestBody: bodyOf({ $ref: "#/components/schemas/Part0" }) }, { schemas });
  expect(JSON.stringify(tool.input).length).toBeLessThan(50_000);
});

test("names that no vendor takes have others, and reach the API under their own", async () => {
  const parameters = [
    { name: "filter[name]", in: "query", schema: { type: "string" } },
    { name: "$top", in: "query", required: true, schema: { type: "integer" } },
    { name: "X-Trace", in: "header", required: true, schema: { type: "string" } },
  ];
  const document = described({
    "/things": { get: { operationId: "list.things/all", parameters, responses: done } },
  });
  const { client, fetched } = await connectedTo(document);
  const { tools } = await client.listTools();
  expect(tools[0]).toMatchObject({ name: "list_things_all", inputSchema: { required: ["_top", "X-Trace"] } });
  const given = { filter_name_: "a", _top: 3, "X-Trace": "trace" };
  const result = await client.callTool({ name: "list_things_all", arguments: given });
  expect(result.isError).toBeUndefined();
  expect(decodeURIComponent(fetched[0]?.url ?? "")).toMatch(/filter\[name\]=a&\$top=3/);
  expect(fetched[0]?.headers.get("X-Trace")).toBe("trace");
  const missing = await client.callTool({ name: "list_things_all", arguments: { _top: "x" } });
  expect(textOf(missing)).toContain("`X-Trace` is required.");
  expect(textOf(missing)).toContain("`_top` must be an integer");
});

test("operations whose names are alike or too long have names of their own", () => {
  const long = "a".repeat(70);
  const document = described({
    "/a": {
      get: { operationId: `${long}1`, responses: done },
      put: { operationId: `${long}2`, responses: done },
    },
    "/b": {
      get: { operationId: "a.b", responses: done },
      put: { operationId: "a/b", responses: done },
      post: { responses: done },
    },
    "/c": { get: { operationId: "1st", responses: done } },
  });
  const names = toolsOf(readDescription(document)).map(({ tool }) => tool.name);
  expect(new Set(names).size).toBe(6);
  expect(names).toEqual(
    expect.arrayContaining(["a".repeat(64), `${"a".repeat(62)}_2`, "a_b", "a_b_2", "_1st"]),
  );
});

test("an operation's own `fields` is its own, and the answer's parts are asked for by another name", async () => {
  const answer = { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } };
  const responses = { 200: { description: "It.", content: { "application/json": { schema: answer } } } };
  const parameters = [{ name: "fields", in: "query", schema: { type: "string" } }];
  const document = described({ "/things": { get: { operationId: "getThings", parameters, responses } } });
  const { client, fetched } = await connectedTo(document, { fetch: () => Response.json({ a: "1", b: "2" }) });
  const result = await client.callTool({
    name: "getThings",
    arguments: { fields: "x", answer_fields: ["a"] },
  });
  expect(fetched[0]?.url).toContain("fields=x");
  expect(result.structuredContent).toEqual({ a: "1" });
});

test("files are given in Base64, and sent as bytes", async () => {
  const schema = {
    type: "object",
    required: ["file"],
    properties: { file: { type: "string", contentMediaType: "image/png" }, note: { type: "string" } },
  };
  const paths = {
    "/uploads": {
      post: { operationId: "upload", requestBody: bodyOf(schema, "multipart/form-data"), responses: done },
    },
    "/raw": {
      post: {
        operationId: "uploadRaw",
        requestBody: bodyOf({}, "application/octet-stream"),
        responses: done,
      },
    },
  };
  const { client, fetched } = await connectedTo(described(paths), {
    fetch: () => new Response(null, { status: 204 }),
  });
  const file = Buffer.from("bytes of a file").toString("base64");
  await client.callTool({ name: "upload", arguments: { file, note: "n" } });
  await client.callTool({ name: "uploadRaw", arguments: { body: file } });
  const form = await fetched[0]?.formData();
  const sent = form?.get("file");
  expect(sent instanceof File && (await sent.text())).toBe("bytes of a file");
  expect(await fetched[1]?.text()).toBe("bytes of a file");
  const refused = await client.callTool({ name: "upload", arguments: { file: "no Base64!" } });
  expect(textOf(refused)).toContain("`file` must be bytes in Base64.");
});

test("deprecated operations say so, and what is only read is not asked for", () => {
  const schema = {
    type: "object",
    required: ["id", "name"],
    properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
  };
  const tool = toolOf({ deprecated: true, summary: "Make a thing", requestBody: bodyOf(schema) });
  expect(tool.description).toBe("Deprecated: it is going to be taken away. Make a thing.");
  expect(tool.input).toMatchObject({ properties: { name: { type: "string" } }, required: ["name"] });
  expect(tool.input.properties).not.toHaveProperty("id");
});

test("schemas that contain themselves end somewhere, and say what they are", () => {
  const tree = {
    type: "object",
    properties: {
      name: { type: "string" },
      parts: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    },
  };
  const tool = toolOf(
    { requestBody: bodyOf({ $ref: "#/components/schemas/Tree" }) },
    { schemas: { Tree: tree } },
  );
  expect(JSON.stringify(tool.input).length).toBeLessThan(8_000);
  expect(tool.input.properties).toMatchObject({
    parts: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
  });
});

test("an answer that is a list or a text is structured too", async () => {
  const responses = (schema: object) => ({
    200: { description: "It.", content: { "application/json": { schema } } },
  });
  const document = described({
    "/list": {
      get: { operationId: "list", responses: responses({ type: "array", items: { type: "integer" } }) },
    },
  });
  const { client } = await connectedTo(document, { fetch: () => Response.json([1, 2]) });
  await client.listTools();
  const result = await client.callTool({ name: "list", arguments: {} });
  expect(textOf(result)).toBe("[1,2]");
  expect(result.structuredContent).toEqual({ result: [1, 2] });
});
