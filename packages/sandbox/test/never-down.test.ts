import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SandboxOptions } from "../src/index.ts";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { describedSandbox, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";
import { answer, describing, json } from "./support/describing.ts";

/** Serves a sandbox over a socket for as long as the test runs. */
async function serve(options: SandboxOptions) {
  const server = await serveSandbox(createSandbox(options), { port: 0 });
  onTestFinished(() => server.close());
  return server.url;
}

const withHeader = (name: string, example: unknown) => ({
  "200": { description: "", headers: { [name]: { example } } },
});

describe("a documented header that HTTP cannot carry is a 500 that says which", () => {
  test.each([
    ["a value beyond Latin-1", "X-Done", "✓"],
    ["a value of two lines", "X-Lines", "a\r\nSet-Cookie: b=c"],
    ["a value with a control character", "X-Bell", "\u0007"],
    ["a name that is no token", "X Done", "yes"],
    ["a name beyond ASCII", "X-Größe", "1"],
    ["no name at all", "", "yes"],
  ])("%s", async (_, name, example) => {
    const responses = withHeader(name, example);
    const inProcess = await answer(responses);
    expect(inProcess.status).toBe(500);
    const { detail } = await inProcess.json();
    expect(detail).toContain(JSON.stringify(`${name}: ${example}`));

    const url = await serve({ description: describing("/", { responses }) });
    for (const attempt of [1, 2]) {
      const overSocket = await fetch(`${url}/`);
      expect(overSocket.status, `attempt ${attempt}`).toBe(500);
      expect((await overSocket.json()).detail).toBe(detail);
    }
  });

  test("of an error, too", async () => {
    const responses = {
      "200": { description: "" },
      "404": { ...json({ example: { message: "m" } }), headers: { "X-Done": { example: "✓" } } },
    };
    const response = await answer(responses, { prefer: "code=404" });
    expect(response.status).toBe(500);
    expect((await response.json()).detail).toContain("X-Done: ✓");
  });

  test("but Latin-1 it can", async () => {
    expect((await answer(withHeader("X-Name", "Zoë"))).headers.get("x-name")).toBe("Zoë");
  });
});

test("a documented media type that HTTP cannot carry is a 500 that says which", async () => {
  const response = await answer({ "200": { description: "", content: { "text/✓": { example: "yes" } } } });
  expect(response.status).toBe(500);
  expect((await response.json()).detail).toContain('"text/✓"');
});

test("a media type that HTTP cannot carry is not told to whoever sends another", async () => {
  const operation = { requestBody: { content: { "text/✓": {}, "text/csv": {} } } };
  const url = await serve({ description: describing("/", operation, {}, "post") });
  const response = await fetch(url, { method: "POST", headers: { "content-type": "a/b" }, body: "c" });
  expect([response.status, response.headers.get("accept")]).toEqual([415, "text/csv"]);
});

test("names of headers that HTTP cannot carry are told to no page, and are none of a rate limit", async () => {
  const operation = {
    parameters: [{ name: "X-✓", in: "header", schema: {} }],
    responses: { "204": { description: "", headers: { "✓-RateLimit-Limit": {} } } },
  };
  const url = await serve({ description: describing("/", operation), cors: true, rateLimit: { limit: 5 } });
  const asking = { origin: "http://page", "access-control-request-method": "GET" };
  expect((await fetch(url, { method: "OPTIONS", headers: asking })).status).toBe(204);
  const response = await fetch(url);
  expect([response.status, response.headers.get("x-ratelimit-limit")]).toEqual([204, "5"]);
});

describe("a requestId that HTTP cannot carry is a 500 that says so", () => {
  test.each<[string, () => string]>([
    ["beyond Latin-1", () => "✓"],
    ["of two lines", () => "a\nb"],
    // What a program that is not compiled may do.
    ["that is none", () => undefined as unknown as string],
    [
      "that could not be made",
      () => {
        throw new Error("no more ids");
      },
    ],
  ])("%s", async (_, requestId) => {
    const { put } = describedSandbox({ requestId, cors: true });
    const { status, headers, body } = await put(NOTE_REQUEST);
    expect(status).toBe(500);
    expect(body.errors?.[0]?.message).toMatch(/requestId gave .* which no header can carry|no more ids/);
    expect(body["request_id"]).toBe(headers.get("x-request-id"));
    expect(headers.get("access-control-allow-origin")).toBe("*");

    const url = await serve({ requestId });
    expect((await fetch(`${url}/notes`, putRequest(NOTE_REQUEST))).status).toBe(500);
    expect((await fetch(`${url}/notes`, putRequest(NOTE_REQUEST))).status).toBe(500);
  });
});

test("a sandbox that fails to answer, or answers what HTTP cannot carry, does not take the server down", async () => {
  const failing = [
    () => Promise.reject(new Error("out of order")),
    () => Promise.resolve({ status: 200, headers: { "x-a": "✓" }, body: undefined }),
  ];
  const handle = () => (failing.shift() ?? failing[0] ?? (() => Promise.reject(new Error("again"))))();
  const server = await serveSandbox({ ...createSandbox(), handle }, { port: 0 });
  onTestFinished(() => server.close());
  const ask = async () => {
    const response = await fetch(server.url);
    return [response.status, await response.text()];
  };
  expect(await ask()).toEqual([500, "The sandbox failed to answer: out of order\n"]);
  expect(await ask()).toEqual([500, expect.stringContaining("Invalid character in header content")]);
  expect(await ask()).toEqual([500, "The sandbox failed to answer: again\n"]);
});

test.each(["code=100", "code=101", "code=103", "code=199"])(
  "Prefer: %s is no answer, and is ignored",
  async (prefer) => {
    const { put } = describedSandbox();
    const { status, headers } = await put(NOTE_REQUEST, { prefer });
    expect([status, headers.has("preference-applied")]).toEqual([200, false]);
    const responses = { "103": { description: "" }, "1XX": { description: "" }, "204": { description: "" } };
    expect((await answer(responses, { prefer })).status).toBe(204);
  },
);

describe("an answer has the length that RFC 9110 wants", () => {
  /** The answer as it came over a socket, where nothing adds to its headers or takes from them. */
  function overSocket(url: string, method: string, headers: Record<string, string>) {
    return new Promise<unknown[]>((resolve, reject) => {
      const sent = request(url, { method, headers }, async (response) => {
        const body = (await response.setEncoding("utf8").toArray()).join("");
        resolve([response.statusCode, response.headers["content-length"], body]);
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  const example = json({ example: { name: "Zoë" } });
  const responses = {
    "200": example,
    "202": { description: "" },
    "204": example,
    "205": example,
    "304": example,
  };

  test.each<[string, string, number, string | undefined, string]>([
    ["GET", "200", 200, "15", '{"name":"Zoë"}'],
    ["HEAD", "200", 200, "15", ""],
    ["GET", "202", 202, "0", ""],
    ["GET", "204", 204, undefined, ""],
    ["HEAD", "204", 204, undefined, ""],
    ["GET", "205", 205, "0", ""],
    ["GET", "304", 304, undefined, ""],
  ])("%s with %s", async (method, code, status, length, body) => {
    const url = await serve({ description: describing("/", { responses }) });
    expect(await overSocket(url, method, { prefer: `code=${code}` })).toEqual([status, length, body]);
  });

  test("whatever a fault does to it", async () => {
    const url = await serve({ description: describing("/", { responses }) });
    const headers = { prefer: "code=204", "x-sandbox-fault": "truncate" };
    expect(await overSocket(url, "GET", headers)).toEqual([204, undefined, ""]);
  });
});
