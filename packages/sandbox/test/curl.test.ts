import { expect, test } from "vitest";
import { readDescription } from "../src/description/description.ts";
import { curlLine } from "../src/node/curl.ts";

function lineFor(operation: object, path = "/", method = "get", security: object = {}): string | undefined {
  const description = {
    openapi: "3.1.0",
    info: {},
    components: { securitySchemes: { scheme: security } },
    paths: { [path]: { [method]: operation } },
  };
  return curlLine(readDescription(description), "http://127.0.0.1:1", "t");
}

test("fills in what the operation requires, from its examples", () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "string", example: "a b" } },
    { name: "q", in: "query", required: true, example: 5 },
    { name: "not", in: "query", example: "needed" },
    { name: "X-Version", in: "header", required: true, schema: { enum: ["one"] } },
  ];
  expect(lineFor({ parameters }, "/things/{id}")).toBe(
    "curl 'http://127.0.0.1:1/things/a%20b?q=5' -H 'X-Version: one'",
  );
});

test("quotes for the shell", () => {
  const content = { "application/json": { example: { name: "it's $HOME" } } };
  expect(lineFor({ requestBody: { content } }, "/", "post")).toBe(
    `curl -X POST http://127.0.0.1:1/ -H 'Content-Type: application/json' -d '{"name":"it'\\''s $HOME"}'`,
  );
});

test.each([
  [{ type: "http", scheme: "basic" }, "curl http://127.0.0.1:1/ -H 'Authorization: Basic dDo='"],
  [{ type: "apiKey", in: "header", name: "X-Key" }, "curl http://127.0.0.1:1/ -H 'X-Key: t'"],
  [{ type: "apiKey", in: "cookie", name: "key" }, "curl http://127.0.0.1:1/ -H 'Cookie: key=t'"],
  [{ type: "apiKey", in: "query", name: "key" }, "curl 'http://127.0.0.1:1/?key=t'"],
])("puts the credential where %j says", (scheme, line) => {
  expect(lineFor({ security: [{ scheme: [] }] }, "/", "get", scheme)).toBe(line);
});

test("has nothing to say about a description without operations", () => {
  expect(
    curlLine(readDescription({ openapi: "3.1.0", info: {} }), "http://127.0.0.1:1", "t"),
  ).toBeUndefined();
});
