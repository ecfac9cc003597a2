import { inspect } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError, ConnectionError, ResponseParseError, TimeoutError } from "../src/index.ts";
import { holdTimers } from "./held-timers.ts";
import { createClient, UnauthorizedError } from "./notes/generated/index.ts";
import { errorList, note, notesClient, reasonOf, rejection, request, token } from "./notes.ts";
import { type Answer, reply, reset, serve, silence } from "./server.ts";

const unauthorized = reply(401, errorList("unauthorized", "Access Token Invalid"));
const unavailable = reply(503, "", { "Retry-After": 0 });

describe("the token", () => {
  test.each([
    ["a string", token],
    ["a function", () => token],
    ["an async function", async () => token],
  ])("may be %s", async (_, given) => {
    const server = await serve(reply(200, note));
    await notesClient(server, { token: given }).updateNote(request);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test("is asked for before each attempt, when it is a function", async () => {
    const server = await serve(unavailable, unavailable, reply(200, note));
    let asked = 0;
    const client = notesClient(server, { token: async () => `token-${++asked}` });
    await client.updateNote(request);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer token-1",
      "Bearer token-2",
      "Bearer token-3",
    ]);
    expect(asked).toBe(3);
  });

  test("is not asked for before there is a call", async () => {
    const ask = vi.fn(() => token);
    const server = await serve(reply(200, note));
    const client = notesClient(server, { token: ask });
    expect(ask).not.toHaveBeenCalled();
    await client.updateNote(request);
    expect(ask).toHaveBeenCalledOnce();
  });

  test("cannot be replaced by a header", async () => {
    const server = await serve(reply(200, note));
    const headers = { authorization: "Bearer another" };
    await notesClient(server, { headers }).updateNote(request, { headers });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });
});

describe("after a 401", () => {
  test.each([2, 0, false] as const)(
    "a new token is asked for, and the call is repeated with it (retries: %s)",
    async (retries) => {
      const server = await serve(unauthorized, reply(200, note));
      const ask = vi.fn<() => string>().mockReturnValueOnce("old").mockReturnValue("new");
      expect(await notesClient(server, { token: ask, retries }).updateNote(request)).toEqual(note);
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        "Bearer old",
        "Bearer new",
      ]);
      expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([request, request]);
      expect(ask).toHaveBeenCalledTimes(2);
    },
  );

  test("the call is not repeated with the token that was refused", async () => {
    const server = await serve(unauthorized);
    const ask = vi.fn(() => token);
    const error = await rejection(notesClient(server, { token: ask }).updateNote(request), UnauthorizedError);
    expect(error.attempts).toBe(1);
    expect(server.requests).toHaveLength(1);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test("the call is repeated once only", async () => {
    const server = await serve(unauthorized);
    let asked = 0;
    const client = notesClient(server, { token: () => `token-${++asked}` });
    const error = await rejection(client.updateNote(request), UnauthorizedError);
    expect(error.attempts).toBe(2);
    expect(server.requests).toHaveLength(2);
    expect(asked).toBe(2);
  });

  test("a token that is no function is not tried again", async () => {
    const server = await serve(unauthorized);
    await rejection(notesClient(server).updateNote(request), UnauthorizedError);
    expect(server.requests).toHaveLength(1);
  });
});

describe("without a token there is no request", () => {
  test.each([
    ["undefined", undefined],
    ["empty", ""],
    ["given as empty by a function", () => ""],
    ["given as empty by an async function", async () => ""],
  ])("when it is %s", async (_, given) => {
    const server = await serve(reply(200, note));
    const client = notesClient(server, { token: given });
    const error = await rejection(client.updateNote(request), TypeError);
    expect(error.message).toContain("token");
    await rejection(client.PUT("/notes", { body: request }), TypeError);
    expect(server.requests).toHaveLength(0);
  });

  test("when the function throws: its error is the call's", async () => {
    const server = await serve(reply(200, note));
    const cause = new Error("The vault is locked");
    const client = notesClient(server, { token: () => Promise.reject(cause) });
    expect(await reasonOf(client.updateNote(request))).toBe(cause);
    expect(server.requests).toHaveLength(0);
  });
});

describe("the token is not shown", () => {
  /** Everything that a log may print of a value. */
  function printed(value: unknown): string {
    const error = value instanceof Error ? [value.message, value.stack, String(value)] : [];
    return [
      ...error,
      JSON.stringify(value),
      inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
    ].join("\n");
  }

  test("by the client", () => {
    const client = createClient({ token });
    expect(printed(client)).not.toContain(token);
  });

  const failures: [string, Answer, new (...parameters: never[]) => Error][] = [
    ["an ApiError", unauthorized, ApiError],
    ["a ConnectionError", reset, ConnectionError],
    ["a TimeoutError", silence, TimeoutError],
    ["a ResponseParseError", reply(200, "<html>"), ResponseParseError],
  ];
  test.each(failures)("by %s", async (_, answer, type) => {
    const server = await serve(answer);
    const timers = holdTimers(100);
    const client = notesClient(server, { retries: 0, timeout: 100 });
    const call = rejection(client.updateNote(request), type);
    await server.received(1);
    if (answer === silence) timers.elapse();
    const error = await call;
    expect(server.requests[0]?.headers.authorization).toContain(token);
    expect(printed(error)).not.toContain(token);
  });

  test("by the refusal of a token that no header can hold, and nothing is sent", async () => {
    const server = await serve(reply(200, note));
    for (const end of ["\r\nX-Injected: 1", "\n", "\0", "\u20ac", "\x7f"]) {
      const client = notesClient(server, { token: token + end });
      const error = await rejection(client.updateNote(request), TypeError);
      expect(error.message).toContain("Authorization");
      expect(printed(error)).not.toContain(token);
    }
    expect(server.requests).toHaveLength(0);
  });

  test("to another origin that the API redirects to", async () => {
    const other = await serve(reply(200, note));
    const server = await serve(reply(307, undefined, { Location: `${other.url}/notes` }));
    await notesClient(server).updateNote(request);
    expect(server.requests[0]?.headers.authorization).toContain(token);
    expect(other.requests[0]).toMatchObject({ method: "PUT", body: JSON.stringify(request) });
    expect(JSON.stringify(other.requests)).not.toContain(token);
  });

  test("to middleware", async () => {
    const server = await serve(reply(200, note));
    const client = notesClient(server);
    const seen: (string | null)[] = [];
    client.use({
      onRequest: ({ request }) => void seen.push(request.headers.get("authorization")),
      onResponse: ({ request }) => void seen.push(request.headers.get("authorization")),
    });
    await client.updateNote(request);
    expect(seen).toEqual([null, null]);
  });
});

describe("over plain http", () => {
  const fetch = vi.fn(async () => Response.json(note));
  beforeEach(() => void fetch.mockClear());

  test.each([
    "http://api.example.test",
    "HTTP://api.example.test",
    "http://api.example.test:8080/proxy",
    "http://10.0.0.1",
    "http://0.0.0.0",
    "http://[2001:db8::1]",
    "http://localhost.example.test",
    "http://127.0.0.1.example.test",
    "http://127.example.test",
    "http://notlocalhost",
  ])("a credential is not sent to %s", async (baseUrl) => {
    const client = createClient({ token, baseUrl, fetch });
    const error = await rejection(client.updateNote(request), TypeError);
    expect(error.message).toContain("allowInsecure");
    expect(error.message).not.toContain(token);
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    " http://api.example.test",
    "http:/api.example.test",
    "http:api.example.test",
    "http:\\\\api.example.test",
    "ht\ntp://api.example.test",
    "http://localhost\\@api.example.test",
    "http://api.example.test\\.localhost",
    "http://localhost:80@api.example.test",
  ])("a credential is not sent to another machine, however its URL is written: %j", async (baseUrl) => {
    const call = async () => createClient({ token, baseUrl, fetch }).updateNote(request);
    await rejection(call(), TypeError);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a credential is not sent where a call's own baseUrl says", async () => {
    const client = createClient({ token, fetch });
    for (const baseUrl of ["http://api.example.test", " http://api.example.test", "http:/api.example.test"]) {
      const call = client.PUT("/notes", { body: request, baseUrl });
      await rejection(call, TypeError);
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    "http://localhost",
    "http://localhost:4010/",
    "http://api.localhost:4010",
    "http://127.0.0.1:4010",
    "http://127.1.2.3",
    "http://[::1]:4010",
    "https://api.example.test",
  ])("and elsewhere, it is sent to %s", async (baseUrl) => {
    await createClient({ token, baseUrl, fetch }).updateNote(request);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("it is sent anywhere when allowInsecure is set", async () => {
    const client = createClient({ token, baseUrl: "http://api.example.test", fetch, allowInsecure: true });
    await client.updateNote(request);
    expect(fetch).toHaveBeenCalledOnce();
  });
});
