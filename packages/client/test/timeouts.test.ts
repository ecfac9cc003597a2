import { getEventListeners, once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { CallError, TimeoutError } from "../src/index.ts";
import { holdTimers } from "./held-timers.ts";
import { errorList, fixJitter, note, notesClient, reasonOf, rejection, request, token } from "./notes.ts";
import { runProgram } from "./program.ts";
import { reply, serve, silence, stalledBody } from "./server.ts";

const success = reply(200, note);
const spaces = " ".repeat(65_536);

/** The longest time that a timer counts, in milliseconds. */
const weeks = 2 ** 31 - 1;

describe("the timeout", () => {
  test.each([
    ["the headers", silence],
    ["the body", stalledBody],
  ])("covers %s", async (_, answer) => {
    const timers = holdTimers(100);
    const fetch = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => fetch.mockRestore());
    const server = await serve(answer);
    const call = notesClient(server, { timeout: 100, retries: 0 }).updateNote(request);
    await server.received(1);
    if (answer === stalledBody) await fetch.mock.results[0]?.value;
    expect(timers.elapse()).toBe(1);
    const error = await rejection(call, TimeoutError);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({
      name: "TimeoutError",
      operation: "updateNote",
      method: "PUT",
      url: `${server.url}/notes`,
      attempts: 1,
    });
    expect(error.message).toContain("updateNote");
    expect(error.message).toContain("100 ms");
  });

  test("covers a body that never ends", async () => {
    const timers = holdTimers(150);
    const responses: ServerResponse[] = [];
    const server = await serve((response) => {
      const write = () => {
        while (response.write(spaces));
      };
      responses.push(response.writeHead(200, { "Content-Type": "application/json" }).on("drain", write));
      write();
    });
    const call = notesClient(server, { timeout: 150, retries: 0 }).updateNote(request);
    await server.received(1);
    // The client has read what was written, again and again.
    for (const response of responses) for (let times = 0; times < 5; times++) await once(response, "drain");
    expect(timers.elapse()).toBe(1);
    await rejection(call, TimeoutError);
  });

  test("covers a fetch of the caller's own, which may not heed the signal", async () => {
    const timers = holdTimers(50);
    const fetch = vi.fn(() => new Promise<Response>(() => {}));
    const client = notesClient({ url: "http://127.0.0.1" }, { fetch, timeout: 50, retries: 0 });
    const call = client.updateNote(request);
    await timers.started(1);
    timers.elapse();
    await rejection(call, TimeoutError);
  });

  test("is for each attempt, not for the call", async () => {
    fixJitter();
    const timers = holdTimers(300);
    const unavailable = reply(503, "", { "Retry-After": 0 });
    const server = await serve(silence, unavailable, silence, success);
    const call = notesClient(server, { timeout: 300, retries: 3 }).updateNote(request);
    for (const attempt of [1, 3]) {
      await server.received(attempt);
      expect(timers.count).toBe(attempt);
      expect(timers.elapse()).toBe(1);
    }
    expect(await call).toEqual(note);
    expect(timers.count).toBe(4);
  });

  test("may be set for one call", async () => {
    const timers = holdTimers(50);
    const server = await serve(silence);
    const client = notesClient(server, { retries: 0 });
    const method = client.updateNote(request, { timeout: 50 });
    await server.received(1);
    expect(timers.elapse()).toBe(1);
    await rejection(method, TimeoutError);

    const verb = client.PUT("/notes", { body: request, timeout: 50 });
    await server.received(2);
    expect(timers.elapse()).toBe(1);
    await rejection(verb, TimeoutError);
  });

  test.each([Number.POSITIVE_INFINITY, 2 ** 40])(
    "may be longer than a timer can count: %d",
    async (timeout) => {
      const server = await serve((response) => void setTimeout(() => success(response), 50));
      expect(await notesClient(server, { timeout }).updateNote(request)).toEqual(note);
    },
  );
});

describe("the caller's signal", () => {
  test.each([
    ["for the headers", silence],
    ["for the body", stalledBody],
  ])("ends a call that waits %s, with its own reason", async (_, answer) => {
    const server = await serve(answer);
    const controller = new AbortController();
    const call = notesClient(server).updateNote(request, { signal: controller.signal });
    await server.received(1);
    const reason = new Error("The user went away");
    controller.abort(reason);
    expect(await reasonOf(call)).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("gives the platform's AbortError and TimeoutError when nobody gives another reason", async () => {
    const server = await serve(silence);
    const client = notesClient(server);
    const controller = new AbortController();
    const aborted = client.updateNote(request, { signal: controller.signal });
    controller.abort();
    expect(await reasonOf(aborted)).toBe(controller.signal.reason);
    expect(controller.signal.reason).toMatchObject({ name: "AbortError" });

    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(client.updateNote(request, { signal }))).toBe(signal.reason);
    expect(signal.reason).toMatchObject({ name: "TimeoutError" });
    expect(signal.reason).not.toBeInstanceOf(TimeoutError);
  });

  test("ends a call of the verbs too", async () => {
    const server = await serve(silence);
    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(notesClient(server).PUT("/notes", { body: request, signal }))).toBe(signal.reason);
  });

  test("that is aborted already: no request is made, and no token asked for", async () => {
    const server = await serve(success);
    const ask = vi.fn(() => token);
    const fetch = vi.fn(globalThis.fetch);
    const reason = new Error("The user went away");
    const call = notesClient(server, { token: ask, fetch }).updateNote(request, {
      signal: AbortSignal.abort(reason),
    });
    expect(await reasonOf(call)).toBe(reason);
    expect(ask).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });

  test("that is aborted while the token is asked for: no request is made", async () => {
    const server = await serve(success);
    const controller = new AbortController();
    const fetch = vi.fn(globalThis.fetch);
    const reason = new Error("The user went away");
    const client = notesClient(server, {
      fetch,
      token: async () => {
        controller.abort(reason);
        return token;
      },
    });
    expect(await reasonOf(client.updateNote(request, { signal: controller.signal }))).toBe(reason);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("ends a call whose token does not come", async () => {
    const server = await serve(success);
    const signal = AbortSignal.timeout(50);
    const client = notesClient(server, { token: () => new Promise<string>(() => {}) });
    expect(await reasonOf(client.updateNote(request, { signal }))).toBe(signal.reason);
  });

  test("ends a call whose new token, after a 401, does not come", async () => {
    const server = await serve(reply(401, errorList));
    const tokens = [token];
    const controller = new AbortController();
    const { signal } = controller;
    const never = new Promise<string>(() => {});
    const client = notesClient(server, {
      token() {
        const next = tokens.shift();
        if (next === undefined) setImmediate(() => controller.abort());
        return next ?? never;
      },
    });
    expect(await reasonOf(client.updateNote(request, { signal }))).toBe(signal.reason);
    expect(server.requests).toHaveLength(1);
  });

  test("ends a call whose fetch is the caller's own and does not heed it", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const client = notesClient({ url: "http://127.0.0.1" }, { fetch });
    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(client.updateNote(request, { signal }))).toBe(signal.reason);
  });

  test.each([null, "", 0, "The user went away"])("may have %j as its reason", async (reason) => {
    const server = await serve(silence);
    const controller = new AbortController();
    const call = notesClient(server).updateNote(request, { signal: controller.signal });
    await server.received(1);
    controller.abort(reason);
    expect(await reasonOf(call)).toBe(reason);
  });
});

describe("when a call has ended, it leaves nothing behind", () => {
  /** Waits until the server finds that the client has hung up. */
  async function closeOf([response]: readonly ServerResponse[]): Promise<void> {
    if (response?.closed === false) await once(response, "close");
    expect(response?.closed).toBe(true);
  }

  test.each([
    ["a success", success],
    ["an error", reply(404, errorList("not_found", "Note Not Found"))],
    ["a retry", reply(503, "", { "Retry-After": 0 })],
    ["a timeout", silence],
  ])("no listener on the caller's signal, and no timer: after %s", async (_, answer) => {
    const server = await serve(answer);
    const { signal } = new AbortController();
    const options = { signal, timeout: 100, retries: 1 };
    fixJitter();
    const timers = holdTimers(options.timeout);
    const call = notesClient(server)
      .updateNote(request, options)
      .catch(() => {});
    for (let attempt = 1; answer === silence && attempt <= 2; attempt++) {
      await server.received(attempt);
      timers.elapse();
    }
    await call;
    expect(timers.elapse()).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test.each([
    ["a timeout before the headers", silence],
    ["a timeout in the body", stalledBody],
  ])("no connection that is busy: after %s", async (_, answer) => {
    const responses: ServerResponse[] = [];
    const server = await serve((response) => {
      responses.push(response);
      answer(response);
    });
    const timers = holdTimers(100);
    const call = notesClient(server, { timeout: 100, retries: 0 }).updateNote(request);
    await server.received(1);
    timers.elapse();
    await rejection(call, TimeoutError);
    await closeOf(responses);
  });

  test("no listener and no connection after an abort", async () => {
    const responses: ServerResponse[] = [];
    const server = await serve((response) => void responses.push(response));
    const controller = new AbortController();
    const call = notesClient(server).updateNote(request, { signal: controller.signal });
    await server.received(1);
    controller.abort();
    expect(await reasonOf(call)).toBe(controller.signal.reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await closeOf(responses);
  });

  test.each([
    ["a success", success, "a result"],
    ["an error", reply(404, errorList("not_found", "Note Not Found")), "NotFoundError"],
    ["a timeout", stalledBody, "TimeoutError"],
    ["an abort during a wait", reply(503, "", { "Retry-After": 50 }), "AbortError"],
  ])("nothing that keeps a program from ending: after %s", async (_, answer, ending) => {
    const server = await serve(answer);
    const printed = await runProgram(`
      const controller = new AbortController();
      Math.random = () => 0;
      // A timer of the client's would keep the program for weeks, and the wait after the 503 is what is aborted.
      const { setTimeout } = globalThis;
      globalThis.setTimeout = (run, delay, ...given) => {
        if (delay === 50_000) setImmediate(() => controller.abort());
        return setTimeout(run, delay === 50_000 ? ${weeks} : delay, ...given);
      };
      const timeout = ${ending === "TimeoutError" ? 300 : weeks};
      const client = createClient({ token: "token", baseUrl: "${server.url}", timeout, retries: timeout === ${weeks} ? 1 : 0 });
      await client.updateNote({ id: "1" }, { signal: controller.signal }).then(
        () => console.log("a result"),
        (error) => console.log(error.name),
      );
    `);
    expect(printed).toBe(ending);
  });
});
