import { afterAll, expect, test } from "vitest";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { describedSandbox, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";

test("remembers what was received and how it was answered, without the credential", async () => {
  const { sandbox, put } = describedSandbox();
  await put(NOTE_REQUEST);
  await put("{", { authorization: "Bearer s3cret" });
  expect(sandbox.requests).toEqual([
    {
      method: "PUT",
      path: "/notes",
      headers: { authorization: "[redacted]", "content-type": "application/json" },
      body: NOTE_REQUEST,
      status: 200,
    },
    expect.objectContaining({ body: "{", status: 400 }),
  ]);
});

test("remembers the last hundred", async () => {
  const { sandbox, put } = describedSandbox();
  for (let n = 0; n < 103; n++) await put({ id: String(n) });
  expect(sandbox.requests).toHaveLength(100);
  expect(sandbox.requests[0]?.body).toEqual({ id: "3" });
});

test("remembers what came over a socket too", async () => {
  const sandbox = createSandbox();
  const server = await serveSandbox(sandbox, { port: 0 });
  afterAll(() => server.close());
  await fetch(`${server.url}/notes?a=1`, putRequest(NOTE_REQUEST));
  expect(sandbox.requests).toEqual([
    expect.objectContaining({ path: "/notes?a=1", body: NOTE_REQUEST, status: 200 }),
  ]);
  expect(sandbox.requests[0]?.headers["authorization"]).toBe("[redacted]");
});
