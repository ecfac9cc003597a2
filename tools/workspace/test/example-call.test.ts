import description from "@visitors-api/spec" with { type: "json" };
import { expect, test } from "vitest";
import { type ExampleCall, exampleCall, makeCall } from "../src/example-call.ts";
import { startSandbox } from "../src/sandbox-process.ts";

test("the description's first example goes to the sandbox through the client, and no credential is shown", async () => {
  const call = exampleCall(description);
  const sandbox = await startSandbox(0);
  try {
    const { request, response } = await makeCall(call as ExampleCall, sandbox.url);
    expect(request).toContain(sandbox.url);
    expect(request).toContain("••••");
    for (const secret of secretsOf(call)) expect(request).not.toContain(secret);
    expect(response).toMatch(/^2\d\d /);
  } finally {
    await sandbox.stop();
  }
  await expect(fetch(sandbox.url)).rejects.toThrow("fetch failed");
});

function secretsOf(call: ExampleCall | undefined): string[] {
  return Object.values(call?.credentials ?? {}).flatMap((credential) =>
    typeof credential === "string" ? credential : [credential.username, credential.password],
  );
}

/** A description with one operation that has nothing to send, and another one. */
function descriptionWith(operation: object, securitySchemes: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    components: { securitySchemes },
    paths: {
      "/ping": { get: { operationId: "ping", responses: { 204: { description: "" } } } },
      "/things/{thing}": {
        post: { operationId: "addThing", responses: { 204: { description: "" } }, ...operation },
      },
    },
  };
}

test("an example is put together from path, query and body, through references", () => {
  const call = exampleCall(
    descriptionWith({
      summary: "Add a thing",
      parameters: [
        { name: "thing", in: "path", required: true, example: "t1", schema: { type: "string" } },
        { name: "dry", in: "query", required: true, schema: { type: "boolean", example: true } },
      ],
      requestBody: {
        content: {
          "application/json": {
            schema: { type: "object", properties: { size: { type: "integer" } } },
            examples: { first: { value: { size: 3 } } },
          },
        },
      },
    }),
  );
  expect(call).toMatchObject({
    method: "addThing",
    summary: "Add a thing",
    input: { thing: "t1", dry: true, size: 3 },
  });
});

test("there is a credential for every kind of security scheme", () => {
  const call = exampleCall(
    descriptionWith(
      {},
      {
        bearer: { type: "http", scheme: "bearer" },
        login: { type: "http", scheme: "basic" },
        key: { type: "apiKey", in: "query", name: "key" },
        session: { type: "apiKey", in: "cookie", name: "session" },
      },
    ),
  );
  expect(Object.keys(call?.credentials ?? {})).toHaveLength(4);
  expect(new Set(secretsOf(call)).size).toBe(5);
});

test("where no operation has an example of a body, one is called that needs none", () => {
  expect(exampleCall(descriptionWith({}))).toMatchObject({ method: "ping", input: {} });
  expect(exampleCall({ openapi: "3.1.0", info: { title: "", version: "" }, paths: {} })).toBeUndefined();
});
