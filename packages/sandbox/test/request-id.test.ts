import { describe, expect, onTestFinished, test } from "vitest";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { ALLOWED_METHODS, describedSandbox, NOTE_REQUEST } from "./notes/described.ts";
import { OTHER_METHOD, putRequest, UUID } from "./support/described-answers.ts";

const sandbox = createSandbox({ cors: true, token: "any" });

describe("every answer has an X-Request-Id", () => {
  const json = { "content-type": "application/json" };
  const large = { ...putRequest("x".repeat(1024 * 1024 + 1)) };
  test.each<[number, string, RequestInit]>([
    [200, "/notes", putRequest(NOTE_REQUEST)],
    [204, "/notes", { method: "OPTIONS" }],
    [
      204,
      "/notes",
      { method: "OPTIONS", headers: { origin: "http://a", "access-control-request-method": "PUT" } },
    ],
    [400, "/notes", putRequest("{")],
    [401, "/notes", { method: "PUT", headers: json, body: "{}" }],
    [404, "/notes", putRequest({ id: "nobody" })],
    [404, "/nothing", {}],
    [404, "/nothing", { method: "HEAD" }],
    [405, "/notes", { method: OTHER_METHOD }],
    [413, "/notes", large],
    [415, "/notes", putRequest("{}", { "content-type": "text/plain" })],
    [503, "/notes", putRequest(NOTE_REQUEST, { "x-sandbox-fault": "status=503" })],
    [200, "/_sandbox/notes", { headers: { authorization: "Bearer any" } }],
    [401, "/_sandbox/notes", {}],
  ])("%d of %s %o", async (status, path, init) => {
    const answer = await sandbox.fetch(`http://sandbox${path}`, init);
    expect(answer.status).toBe(status);
    const id = answer.headers.get("x-request-id");
    expect(id).toMatch(UUID);
    const text = await answer.text();
    if (status >= 400 && init.method !== "HEAD") expect(JSON.parse(text)).toMatchObject({ request_id: id });
    else expect(text).not.toContain(String(id));
  });
});

test("each request has another id, or the one that it is given", async () => {
  const { put } = describedSandbox();
  const ids = [await put({ id: "1" }), await put({ id: "1" })].map(({ headers }) =>
    headers.get("x-request-id"),
  );
  expect(new Set(ids).size).toBe(2);
  const requestId = "00000000-0000-4000-8000-000000000001";
  const { headers, body } = await describedSandbox({ requestId: () => requestId }).put({});
  expect([headers.get("x-request-id"), body["request_id"]]).toEqual([requestId, requestId]);
});

describe("OPTIONS", () => {
  test("says which methods a path has, without a credential and without a body", async () => {
    const answer = await createSandbox().fetch("http://sandbox/notes", { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("allow")).toBe(ALLOWED_METHODS);
    expect(await answer.text()).toBe("");
  });

  test("of a path that there is not is 404", async () => {
    const answer = await createSandbox().fetch("http://sandbox/nothing", { method: "OPTIONS" });
    expect(answer.status).toBe(404);
  });

  const paths = (methods: Record<string, object>) => ({
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { "/things": methods },
  });
  const text = (example: string) => ({
    responses: { "200": { description: "Text", content: { "text/plain": { example } } } },
  });

  test("is answered as described, where it is", async () => {
    const { fetch } = createSandbox({ description: paths({ get: text("got"), options: text("described") }) });
    const answer = await fetch("http://sandbox/things", { method: "OPTIONS" });
    expect([answer.status, await answer.text()]).toEqual([200, "described"]);
  });

  test("HEAD is among the methods where GET is, and has the headers of GET without its body", async () => {
    const { fetch } = createSandbox({ description: paths({ get: text("got") }) });
    const options = await fetch("http://sandbox/things", { method: "OPTIONS" });
    expect(options.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    const head = await fetch("http://sandbox/things", { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([
      200,
      "text/plain",
      "",
    ]);
  });
});

test("OPTIONS and HEAD leave a connection usable over a socket", async () => {
  const server = await serveSandbox(createSandbox(), { port: 0 });
  onTestFinished(() => server.close());
  const url = `${server.url}/notes`;
  expect((await fetch(url, { method: "OPTIONS" })).status).toBe(204);
  expect((await fetch(`${server.url}/nothing`, { method: "HEAD" })).status).toBe(404);
  expect((await fetch(url, putRequest(NOTE_REQUEST))).status).toBe(200);
});
