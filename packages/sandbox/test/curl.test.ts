import document from "@visitors-api/openapi/notes" with { type: "json" };
import { expect, onTestFinished, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { curlLine } from "../src/node/curl.ts";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { paste } from "./support/command.ts";

function lineFor(operation: object, path = "/", method = "get", security: object = {}) {
  const description = {
    openapi: "3.1.0",
    info: {},
    components: { securitySchemes: { scheme: security } },
    paths: { [path]: { [method]: operation } },
  };
  return curlLine(readDescription(description), "http://127.0.0.1:1", "t");
}

test("fills in what the operation requires, from its examples", async () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "string", example: "a b" } },
    { name: "q", in: "query", required: true, example: 5 },
    { name: "not", in: "query", example: "needed" },
    { name: "X-Version", in: "header", required: true, schema: { enum: ["one"] } },
  ];
  expect(await lineFor({ parameters }, "/things/{id}")).toBe(
    "curl 'http://127.0.0.1:1/things/a%20b?q=5' -H 'X-Version: one'",
  );
});

test("quotes for the shell", async () => {
  const content = { "application/json": { example: { name: "it's $HOME" } } };
  expect(await lineFor({ requestBody: { content } }, "/", "post")).toBe(
    `curl -X POST http://127.0.0.1:1/ -H 'Content-Type: application/json' -d '{"name":"it'\\''s $HOME"}'`,
  );
});

test.each([
  [{ type: "http", scheme: "basic" }, "curl http://127.0.0.1:1/ -H 'Authorization: Basic dDo='"],
  [{ type: "apiKey", in: "header", name: "X-Key" }, "curl http://127.0.0.1:1/ -H 'X-Key: t'"],
  [{ type: "apiKey", in: "cookie", name: "key" }, "curl http://127.0.0.1:1/ -H 'Cookie: key=t'"],
  [{ type: "apiKey", in: "query", name: "key" }, "curl 'http://127.0.0.1:1/?key=t'"],
])("puts the credential where %j says", async (scheme, line) => {
  expect(await lineFor({ security: [{ scheme: [] }] }, "/", "get", scheme)).toBe(line);
});

test("has nothing to say about a description without operations", async () => {
  expect(
    await curlLine(readDescription({ openapi: "3.1.0", info: {} }), "http://127.0.0.1:1", "t"),
  ).toBeUndefined();
});

test("is about what a sandbox has, where that is not what the example names", async () => {
  const { put } = document.paths["/notes"];
  const description = { ...document, paths: { "/notes": { put } } };
  const sandbox = createSandbox({ description, start: [{ id: "it's me" }] });
  const server = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => server.close());
  const line = await curlLine(readDescription(description), server.url, "any", sandbox.collections);
  const { stdout } = await paste(`${line} --silent --show-error --max-time 10`);
  expect(JSON.parse(stdout)).toMatchObject({ id: "it's me", name: "Shopping" });
});
