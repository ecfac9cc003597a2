import { afterAll, expect, test } from "vitest";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "../src/visitors/index.ts";
import { describedSandbox, putRequest, SEED_REQUEST } from "./support/described.ts";

test("remembers what was received and how it was answered, without the credential", async () => {
  const { sandbox, put } = describedSandbox();
  await put(SEED_REQUEST);
  await put("{", { authorization: "Bearer s3cret" });
  expect(sandbox.requests).toEqual([
    {
      method: "PUT",
      path: "/visitors",
      headers: { authorization: "[redacted]", "content-type": "application/json" },
      body: SEED_REQUEST,
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
  await fetch(`${server.url}/visitors?a=1`, putRequest(SEED_REQUEST));
  expect(sandbox.requests).toEqual([
    expect.objectContaining({ path: "/visitors?a=1", body: SEED_REQUEST, status: 200 }),
  ]);
  expect(sandbox.requests[0]?.headers["authorization"]).toBe("[redacted]");
});
