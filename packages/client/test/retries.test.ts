import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError, TimeoutError } from "../src/index.ts";
import { holdTimers } from "./held-timers.ts";
import { fixJitter, note, notesClient, reasonOf, rejection, request } from "./notes.ts";
import { refusedUrl, reply, reset, serve, silence } from "./server.ts";

const success = reply(200, note);
const unavailable = reply(503, "", { "Retry-After": 0 });

describe("a call is tried again", () => {
  test.each([408, 429, 500, 502, 503, 504])("after %i", async (status) => {
    const server = await serve(reply(status, "", { "Retry-After": 0 }), success);
    expect(await notesClient(server).updateNote(request)).toEqual(note);
    expect(server.requests).toHaveLength(2);
  });

  test("after a connection that was reset", async () => {
    fixJitter();
    const server = await serve(reset, success);
    expect(await notesClient(server).updateNote(request)).toEqual(note);
  });

  test("after a connection that was refused", async () => {
    fixJitter();
    const client = notesClient({ url: await refusedUrl() });
    expect((await rejection(client.updateNote(request), ConnectionError)).attempts).toBe(3);
  });

  test("after a timeout", async () => {
    fixJitter();
    const timers = holdTimers(200);
    const server = await serve(silence, success);
    const call = notesClient(server, { timeout: 200 }).updateNote(request);
    await server.received(1);
    timers.elapse();
    expect(await call).toEqual(note);
  });

  test("with the same request each time", async () => {
    const server = await serve(unavailable, unavailable, success);
    await notesClient(server).updateNote(request, { headers: { "X-Trace": "a" } });
    const [first, ...others] = server.requests;
    expect(first).toMatchObject({ method: "PUT", url: "/notes", body: JSON.stringify(request) });
    expect(others).toEqual([first, first]);
  });

  test("from the verbs too", async () => {
    const server = await serve(unavailable, success);
    const { data } = await notesClient(server).PUT("/notes", { body: request });
    expect(data).toEqual(note);
  });
});

describe("a call is not tried again", () => {
  test.each([400, 401, 403, 404, 405, 409, 410, 422, 425, 501, 505])("after %i", async (status) => {
    const server = await serve(reply(status, "", { "Retry-After": 0 }));
    const error = await rejection(notesClient(server).updateNote(request), ApiError);
    expect(error.attempts).toBe(1);
    expect(server.requests).toHaveLength(1);
  });
});

describe("the number of retries", () => {
  test("is 2, unless another is set", async () => {
    const server = await serve(unavailable);
    const error = await rejection(notesClient(server).updateNote(request), ApiError);
    expect(error).toMatchObject({ status: 503, attempts: 3 });
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    [0, 1],
    [false, 1],
    [1, 2],
    [5, 6],
    [undefined, 3],
  ] as const)("may be %s: at most %i attempts", async (retries, attempts) => {
    const server = await serve(unavailable);
    const ofClient = notesClient(server, { retries });
    expect((await rejection(ofClient.updateNote(request), ApiError)).attempts).toBe(attempts);
    const ofCall = notesClient(server, retries === undefined ? {} : { retries: 4 });
    expect((await rejection(ofCall.updateNote(request, { retries }), ApiError)).attempts).toBe(attempts);
    expect(server.requests).toHaveLength(2 * attempts);
  });

  test("may be set for a call of the verbs", async () => {
    const server = await serve(unavailable);
    const { response } = await notesClient(server).PUT("/notes", { body: request, retries: 0 });
    expect(response.status).toBe(503);
    expect(server.requests).toHaveLength(1);
  });

  test("counts all failures of a call, of whatever kind", async () => {
    fixJitter();
    const server = await serve(reset, unavailable, reply(429, "", { "Retry-After": 0 }), success);
    const error = await rejection(notesClient(server).updateNote(request), ApiError);
    expect(error).toMatchObject({ status: 429, attempts: 3 });
  });

  test("does not count the repetition with a new token", async () => {
    const server = await serve(unavailable, reply(401, ""), unavailable, success);
    let asked = 0;
    const client = notesClient(server, { token: () => `token-${++asked}` });
    expect(await client.updateNote(request)).toEqual(note);
  });
});

describe("when the tries are used up, the last failure is the call's", () => {
  test("an answer", async () => {
    const server = await serve(reset, reply(500, "", { "Retry-After": 0 }), reply(502, "the last"));
    fixJitter();
    const error = await rejection(notesClient(server).updateNote(request), ApiError);
    expect(error).toMatchObject({ status: 502, body: "the last" });
  });

  test("a connection that was reset", async () => {
    const server = await serve(unavailable, unavailable, reset);
    const error = await rejection(notesClient(server).updateNote(request), ConnectionError);
    expect(error.attempts).toBe(3);
  });

  test("a timeout", async () => {
    const server = await serve(unavailable, silence);
    const timers = holdTimers(200);
    const call = notesClient(server, { retries: 1, timeout: 200 }).updateNote(request);
    await server.received(2);
    timers.elapse();
    expect((await rejection(call, TimeoutError)).attempts).toBe(2);
  });
});

describe("an abort during a wait", () => {
  test("ends it at once, with the signal's reason", async () => {
    fixJitter();
    // The wait, which does not end by itself.
    const waits = holdTimers(25_000);
    const server = await serve(reply(503, "", { "Retry-After": 25 }));
    const controller = new AbortController();
    const call = notesClient(server).updateNote(request, { signal: controller.signal });
    await waits.started(1);
    const reason = new Error("The user went away");
    controller.abort(reason);
    expect(await reasonOf(call)).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });
});
