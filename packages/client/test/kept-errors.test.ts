import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, ResponseParseError } from "../src/index.ts";
import { holdTimers } from "./held-timers.ts";
import { createClient, NotFoundError, UnauthorizedError } from "./notes/generated/index.ts";
import { errorList, fixJitter, notesClient, rejection, request, token } from "./notes.ts";
import { runProgram } from "./program.ts";
import { type Answer, reply, serve } from "./server.ts";

/** Headers that promise a body, and its beginning. */
function begun(status: number): Answer {
  return (response) => {
    response.writeHead(status, { "Content-Length": 1000, "X-Request-Id": "r-1", "Retry-After": 0 });
    response.write('{"type":');
  };
}

/** A server that cuts each body when the client has its headers, and the fetch that tells it so. */
async function cutting(status: number) {
  const open: ServerResponse[] = [];
  const server = await serve((response) => {
    open.push(response);
    begun(status)(response);
  });
  const fetch = async (made: Request) => {
    const response = await globalThis.fetch(made);
    for (const { socket } of open.splice(0)) socket?.end();
    return response;
  };
  return { client: notesClient(server, { fetch }) };
}

describe("an error status whose body is cut", () => {
  test.each([
    [401, UnauthorizedError],
    [404, NotFoundError],
    [422, ApiError],
  ] as const)("%i is still that error, without a body, after one attempt", async (status, type) => {
    const { client } = await cutting(status);
    const error = await rejection(client.updateNote(request), type);
    expect(error).toMatchObject({ status, attempts: 1, body: undefined, requestId: "r-1" });
    expect(error.headers.get("x-request-id")).toBe("r-1");
  });

  test("is tried again where its status is", async () => {
    const { client } = await cutting(503);
    const error = await rejection(client.updateNote(request), ApiError);
    expect(error).toMatchObject({ status: 503, attempts: 3, body: undefined });
  });

  test("is returned by the verbs, and read by middleware, as a response without a body", async () => {
    const { client } = await cutting(404);
    const seen: unknown[] = [];
    client.use({
      onResponse: async ({ response }) => void seen.push(response.status, await response.text()),
    });
    const { data, error, response } = await client.PUT("/notes", { body: request });
    expect([data, error, response.status, await response.text()]).toEqual([undefined, undefined, 404, ""]);
    expect(seen).toEqual([404, ""]);
  });
});

test("an error status whose body hangs is still that error, when the time is over", async () => {
  const timers = holdTimers(100);
  const server = await serve(begun(404));
  let see = () => {};
  const seen = new Promise<void>((resolve) => {
    see = resolve;
  });
  const fetch = async (made: Request) => {
    const response = await globalThis.fetch(made);
    see();
    return response;
  };
  const call = rejection(notesClient(server, { timeout: 100, fetch }).updateNote(request), NotFoundError);
  await seen;
  await new Promise(setImmediate);
  timers.elapse();
  expect(await call).toMatchObject({ status: 404, attempts: 1, body: undefined });
});

describe("an error of the caller's own fetch", () => {
  test.each([
    ["a mistake in it", new TypeError("Cannot read properties of null (reading 'x')")],
    ["one of its own", new Error("The cassette has no such recording")],
    ["no error at all", "a text"],
  ])("that is %s is thrown as it is, once", async (_, thrown) => {
    let calls = 0;
    const client = createClient({
      token,
      fetch: async () => {
        calls++;
        throw thrown;
      },
    });
    expect(await client.updateNote(request).catch((error: unknown) => error)).toBe(thrown);
    expect(calls).toBe(1);
  });

  test.each([
    new TypeError("fetch failed"),
    new TypeError("Failed to fetch"),
    new TypeError("NetworkError when attempting to fetch resource."),
    new TypeError("Load failed"),
    new TypeError("error sending request for url (http://127.0.0.1/)"),
    new Error("Network connection lost."),
    Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" }),
  ])("that is a platform's network error is a ConnectionError, after three attempts: %s", async (thrown) => {
    fixJitter();
    const client = createClient({ token, fetch: () => Promise.reject(thrown) });
    const error = await client.updateNote(request).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, cause: thrown });
  });
});

test("redirects without an end are not tried again", async () => {
  const server = await serve((response) => void response.writeHead(307, { Location: "/notes" }).end());
  const error = await notesClient(server)
    .updateNote(request)
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1 });
  // The platform follows twenty.
  expect(server.requests).toHaveLength(21);
});

describe("in a log", () => {
  test("an error with a page of 300 kB has less than 3 kB, and no cookie", async () => {
    const server = await serve(
      reply(504, `<html>${"long ".repeat(60_000)}`, {
        "Set-Cookie": "session=c2VjcmV0",
        "Content-Type": "text/html",
      }),
    );
    const printed = await runProgram(`
      const client = createClient({ token: "dG9rZW4", baseUrl: "${server.url}", retries: 0 });
      const error = await client.updateNote({ id: "1" }).catch((error) => error);
      let text = "";
      process.stderr.write = (chunk) => (text += chunk);
      console.error(error);
      console.log(JSON.stringify({ text, body: error.body.length, cookie: error.headers.get("set-cookie") }));
    `);
    const { text, ...readable } = JSON.parse(printed);
    expect(text.length).toBeLessThan(3000);
    expect(text).toMatch(/status: 504/);
    expect(text).not.toMatch(/c2VjcmV0|dG9rZW4/);
    expect(readable).toEqual({ body: 300_006, cookie: "session=c2VjcmV0" });
  });

  test("an error shows the beginning of its body", async () => {
    const client = notesClient(await serve(reply(404, errorList("not_found", "Note Not Found"))));
    const error = await rejection(client.updateNote(request), NotFoundError);
    expect(error.excerpt).toBe(JSON.stringify(errorList("not_found", "Note Not Found")));
    expect(inspect(error)).toContain("Note Not Found");
  });

  test("a ResponseParseError has no headers", async () => {
    const client = notesClient(await serve(reply(200, "<html>", { "Set-Cookie": "session=c2VjcmV0" })));
    const error = await rejection(client.updateNote(request), ResponseParseError);
    expect(inspect(error)).not.toContain("c2VjcmV0");
    expect(error.headers.get("set-cookie")).toBe("session=c2VjcmV0");
  });
});
