import { readDescription } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { emitSources } from "../src/emit/sources.ts";
import { buildModel } from "../src/model/build.ts";

/** The generated sources of a description with one operation. */
function sourcesOf(operation: object): ReadonlyMap<string, string> {
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://t.example" }],
    paths: { "/things": { get: { operationId: "getThings", ...operation } } },
  };
  const description = readDescription(document);
  return emitSources(description, buildModel(description), "./runtime/index.ts");
}

test("an operation that the description calls deprecated is that in the table too, and no other is", () => {
  const responses = { "204": { description: "Done" } };
  expect(sourcesOf({ responses, deprecated: true }).get("operations.ts")).toContain("deprecated: true");
  expect(sourcesOf({ responses }).get("operations.ts")).not.toContain("deprecated");
});

test("the id of a request is in the property of an error, or else in a header of a response", () => {
  const headers = { "X-Request-ID": { schema: { type: "string" } } };
  const content = {
    "application/json": { schema: { type: "object", properties: { request_id: { type: "string" } } } },
  };
  const success = { "204": { description: "Done", headers } };
  expect(sourcesOf({ responses: success }).get("client.ts")).toContain('requestId: "X-Request-ID"');
  const both = { ...success, "404": { description: "Not there", content } };
  expect(sourcesOf({ responses: both }).get("client.ts")).toContain('requestId: "request_id"');
});
