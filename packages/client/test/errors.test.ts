import { describe, expect, test } from "vitest";
import { ApiError, CallError, ConnectionError, ResponseParseError } from "../src/index.ts";
import { isApiError, NotFoundError, UnauthorizedError } from "./notes/generated/index.ts";
import { errorList, note, notesClient, rejection, request } from "./notes.ts";
import { type Answer, cutBody, refusedUrl, reply, reset, serve } from "./server.ts";

const notFound = errorList("not_found", "Note Not Found");

async function failure<E>(answer: Answer, type: new (...parameters: never[]) => E): Promise<E> {
  const server = await serve(answer);
  return rejection(notesClient(server, { retries: 0 }).updateNote(request), type);
}

describe("a status that is not a success", () => {
  const documented: [number, new (...parameters: never[]) => ApiError, string][] = [
    [401, UnauthorizedError, "UnauthorizedError"],
    [404, NotFoundError, "NotFoundError"],
  ];
  test.each(documented)(
    "is, where it is documented (%i), an error of its own class",
    async (status, type, name) => {
      const error = await failure(reply(status, notFound), type);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toBeInstanceOf(CallError);
      expect(error).toMatchObject({ name, status, body: notFound });
    },
  );

  test.each([400, 403, 409, 418, 422, 429, 500, 503, 599])(
    "is an ApiError otherwise (%i)",
    async (status) => {
      const error = await failure(reply(status, notFound), ApiError);
      expect(error.constructor).toBe(ApiError);
      expect(error).toMatchObject({ name: "ApiError", status, body: notFound });
    },
  );

  test("says what was asked: operation, method, and the URL", async () => {
    const server = await serve(reply(404, notFound));
    const error = await rejection(notesClient(server).updateNote(request), NotFoundError);
    expect(error).toMatchObject({
      operation: "updateNote",
      method: "PUT",
      url: `${server.url}/notes`,
      attempts: 1,
    });
  });

  test("says in its message which operation it was, what happened, and after how many attempts", async () => {
    const server = await serve(reply(503, "", { "Retry-After": 0 }));
    const error = await rejection(notesClient(server).updateNote(request), ApiError);
    expect(error.attempts).toBe(3);
    expect(error.message).toContain("updateNote");
    expect(error.message).toContain(`PUT ${server.url}/notes`);
    expect(error.message).toContain("503");
    expect(error.message).toMatch(/\b3 attempts|attempts: 3\b/);
  });

  test("has the response's headers", async () => {
    const error = await failure(reply(404, notFound, { "X-Served-By": "test" }), NotFoundError);
    expect(error.headers.get("x-served-by")).toBe("test");
  });

  test.each([
    ["the body's id", notFound, {}, notFound.request_id],
    [
      "the body's, where there is a header too",
      notFound,
      { "X-Request-Id": "of-header" },
      notFound.request_id,
    ],
    [
      "the header's, where the body's is null",
      { ...notFound, request_id: null },
      { "X-Request-Id": "h" },
      "h",
    ],
    ["the header's, where the body is text", "Bad gateway", { "X-Request-Id": "h" }, "h"],
    ["the header's, where there is no body", undefined, { "X-Request-Id": "h" }, "h"],
    ["undefined, where there is none", "Bad gateway", {}, undefined],
    ["undefined, where the body is null", "null", { "Content-Type": "application/json" }, undefined],
  ])("has a requestId: %s", async (_, body, headers, expected) => {
    expect((await failure(reply(400, body, headers), ApiError)).requestId).toBe(expected);
  });

  test("has its body as text, when it is not JSON", async () => {
    const html = "<html><body>Bad gateway</body></html>";
    expect((await failure(reply(400, html, { "Content-Type": "text/html" }), ApiError)).body).toBe(html);
  });

  test.each([
    ["with a length of 0", { "Content-Length": 0 }],
    ["in chunks", { "Transfer-Encoding": "chunked" }],
  ])("has no body when there is none, sent %s", async (_, headers) => {
    expect((await failure(reply(404, undefined, headers), NotFoundError)).body).toBeUndefined();
  });

  test("is known to isApiError, of the operation that it is about", async () => {
    const error = await failure(reply(404, notFound), ApiError);
    expect(isApiError(error)).toBe(true);
    expect(isApiError(error, "updateNote")).toBe(true);
    for (const other of [new Error("updateNote"), { ...error }, null, undefined, "ApiError"]) {
      expect(isApiError(other)).toBe(false);
      expect(isApiError(other, "updateNote")).toBe(false);
    }
  });

  test("is known to isApiError when it is not a documented one, and is not when it is no answer", async () => {
    expect(isApiError(await failure(reply(418, ""), ApiError), "updateNote")).toBe(true);
    expect(isApiError(await failure(reset, ConnectionError), "updateNote")).toBe(false);
  });
});

describe("no whole response is a ConnectionError", () => {
  test("when nothing listens", async () => {
    const url = await refusedUrl();
    const error = await rejection(notesClient({ url }, { retries: 0 }).updateNote(request), ConnectionError);
    expect(error).toMatchObject({
      name: "ConnectionError",
      operation: "updateNote",
      method: "PUT",
      url: `${url}/notes`,
      attempts: 1,
      cause: { cause: { code: "ECONNREFUSED" } },
    });
    expect(error).toBeInstanceOf(CallError);
    expect(error.message).toContain("updateNote");
    expect(error.message).toMatch(/\b1 attempt|attempts: 1\b/);
  });

  test("when the connection is reset", async () => {
    expect((await failure(reset, ConnectionError)).cause).toBeInstanceOf(TypeError);
  });

  test("when the body is shorter than its length", async () => {
    expect((await failure(cutBody, ConnectionError)).cause).toBeInstanceOf(Error);
  });

  test("when a fetch of the caller's own throws, at once or later", async () => {
    const cause = new Error("no network in this test");
    const throwing = () => {
      throw cause;
    };
    for (const fetch of [throwing, async () => throwing()]) {
      const client = notesClient({ url: "http://127.0.0.1" }, { fetch, retries: 0 });
      expect((await rejection(client.updateNote(request), ConnectionError)).cause).toBe(cause);
    }
  });

  test("from the verbs too", async () => {
    const server = await serve(reset);
    const client = notesClient(server, { retries: 0 });
    await rejection(client.PUT("/notes", { body: request }), ConnectionError);
  });
});

describe("a success that is not JSON is a ResponseParseError", () => {
  const html = "<!doctype html><title>Log in to the network</title>";

  test.each([
    ["HTML from a proxy", html, { "Content-Type": "text/html" }],
    ["HTML that says it is JSON", html, { "Content-Type": "application/json" }],
    ["JSON that is cut short", '{"type":"note","id":', { "Content-Type": "application/json" }],
    ["JSON with something after it", "{}{}", { "Content-Type": "application/json" }],
  ])("when it is %s", async (_, text, headers) => {
    for (const length of [{}, { "Content-Length": Buffer.byteLength(text) }]) {
      const error = await failure(reply(200, text, { ...headers, ...length }), ResponseParseError);
      expect(error).toBeInstanceOf(CallError);
      expect(error).toMatchObject({
        name: "ResponseParseError",
        operation: "updateNote",
        method: "PUT",
        attempts: 1,
        status: 200,
        excerpt: text,
      });
      expect(error.headers.get("content-type")).toBe(headers["Content-Type"]);
      expect(error.message).toContain("updateNote");
      expect(error.message).toContain("200");
      expect(error.cause).toBeInstanceOf(SyntaxError);
    }
  });

  test.each([
    ["with a length of 0", { "Content-Length": 0 }],
    ["in chunks", { "Transfer-Encoding": "chunked" }],
  ])("when it is empty, sent %s", async (_, headers) => {
    expect(await failure(reply(200, undefined, headers), ResponseParseError)).toMatchObject({
      status: 200,
      excerpt: "",
    });
  });

  test("with no more of the body than its beginning", async () => {
    const { excerpt } = await failure(reply(200, `<!-- ${"long ".repeat(100_000)} -->`), ResponseParseError);
    expect(excerpt).toMatch(/^<!-- long long /);
    expect(excerpt.length).toBeLessThanOrEqual(200);
  });

  test("from the verbs too, and is not asked for again", async () => {
    const server = await serve(reply(200, html));
    await rejection(notesClient(server).PUT("/notes", { body: request }), ResponseParseError);
    expect(server.requests).toHaveLength(1);
  });

  test("while any JSON is a result, null and false among it", async () => {
    for (const body of [null, false, 0, "text", []]) {
      const server = await serve(reply(200, JSON.stringify(body), { "Content-Type": "application/json" }));
      expect(await notesClient(server).updateNote(request)).toEqual(body);
    }
  });

  test("while the media type of JSON does not matter", async () => {
    const server = await serve(reply(200, JSON.stringify(note), { "Content-Type": "text/plain" }));
    expect(await notesClient(server).updateNote(request)).toEqual(note);
  });
});
