import description from "@visitors-api/spec" with { type: "json" };
import { expect, test } from "vitest";
import { callExample } from "../src/example-call.ts";
import { firstRequestExample } from "../src/request-example.ts";
import { startSandbox } from "../src/sandbox-process.ts";

test("the description's first example goes to the sandbox through the client, and the token is not shown", async () => {
  const sandbox = await startSandbox(0);
  try {
    const { request, response } = await callExample(firstRequestExample(description), sandbox.url);
    expect(request).toContain(sandbox.url);
    expect(request).toMatch(/^authorization: Bearer ••••$/m);
    expect(request).not.toMatch(/[\da-f]{8}-[\da-f]{4}-4/);
    expect(response).toMatch(/^2\d\d /);
  } finally {
    await sandbox.stop();
  }
  await expect(fetch(sandbox.url)).rejects.toThrow("fetch failed");
});

test("an example is put together from path, query and body, through references", () => {
  const example = firstRequestExample({
    openapi: "3.1.0",
    paths: {
      "/ping": { get: { operationId: "ping" } },
      "/things/{thing}": {
        post: {
          operationId: "addThing",
          summary: "Add a thing",
          parameters: [
            { name: "thing", in: "path", example: "t1" },
            { name: "dry", in: "query", schema: { example: true } },
            { name: "Version", in: "header", example: "1" },
          ],
          requestBody: { content: { "application/json": { examples: { first: { value: { size: 3 } } } } } },
        },
      },
    },
  });
  expect(example).toEqual({
    operationId: "addThing",
    summary: "Add a thing",
    input: { thing: "t1", dry: true, size: 3 },
  });
});

test("a description without any example of a request says what to add", () => {
  expect(() =>
    firstRequestExample({ openapi: "3.1.0", paths: { "/ping": { get: { operationId: "ping" } } } }),
  ).toThrow(/No operation .* has an example of its request\. Add one under spec\//);
});
