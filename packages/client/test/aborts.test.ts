import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { TimeoutError } from "../src/index.ts";
import { holdTimers } from "./held-timers.ts";
import { createClient } from "./notes/generated/index.ts";
import { fixJitter, note, notesClient, reasonOf, rejection, request, token } from "./notes.ts";
import { runProgram } from "./program.ts";
import { reply, serve, silence } from "./server.ts";

const success = reply(200, note);

describe("an abort ends the call at once, while middleware hangs", () => {
  const reason = new Error("The user went away");

  test.each(["onRequest", "onResponse", "onError"] as const)("in %s", async (hook) => {
    const controller = new AbortController();
    const client = notesClient(await serve(hook === "onError" ? (response) => response.destroy() : success), {
      retries: 0,
    });
    const hangs = () => {
      controller.abort(reason);
      return new Promise<undefined>(() => {});
    };
    client.use(
      hook === "onRequest"
        ? { onRequest: hangs }
        : hook === "onResponse"
          ? { onResponse: hangs }
          : { onError: hangs },
    );
    expect(await reasonOf(client.updateNote(request, { signal: controller.signal }))).toBe(reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("and nothing is sent when it goes on", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const controller = new AbortController();
    let goOn = () => {};
    client.use({
      onRequest: () =>
        new Promise<undefined>((resolve) => {
          goOn = () => resolve(undefined);
          controller.abort(reason);
        }),
    });
    expect(await reasonOf(client.updateNote(request, { signal: controller.signal }))).toBe(reason);
    goOn();
    await new Promise(setImmediate);
    expect(server.requests).toEqual([]);
  });

  test("which sees it: the signal of its request is aborted, with the same reason", async () => {
    const client = notesClient(await serve(silence));
    const controller = new AbortController();
    const made: Request[] = [];
    client.use({
      onRequest({ request: mine }) {
        made.push(mine);
        controller.abort(reason);
      },
    });
    expect(await reasonOf(client.updateNote(request, { signal: controller.signal }))).toBe(reason);
    expect(made.map(({ signal }) => [signal.aborted, signal.reason])).toEqual([[true, reason]]);
  });
});

describe("a thousand calls at a time with one signal", () => {
  test.each(["without", "with"])("have one listener, and then none, %s middleware", async (middleware) => {
    const { signal } = new AbortController();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const fetch = async () => {
      await answered;
      return Response.json(note);
    };
    const client = createClient({ token, fetch });
    if (middleware === "with") client.use({ onRequest: () => undefined });
    const calls = Array.from({ length: 1000 }, () => client.updateNote(request, { signal }));
    await new Promise(setImmediate);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    answer();
    await Promise.all(calls);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("are all ended by it", async () => {
    const controller = new AbortController();
    const client = createClient({ token, fetch: () => new Promise(() => {}) });
    const calls = Array.from({ length: 1000 }, () =>
      reasonOf(client.updateNote(request, { signal: controller.signal })),
    );
    controller.abort();
    expect(new Set(await Promise.all(calls))).toEqual(new Set([controller.signal.reason]));
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("make Node say nothing of a leak", async () => {
    const printed = await runProgram(`
      let warnings = 0;
      process.on("warning", () => warnings++);
      const { signal } = new AbortController();
      const client = createClient({ token: "token", fetch: async () => Response.json({}) });
      client.use({ onRequest: () => undefined });
      await Promise.all(Array.from({ length: 1000 }, () => client.updateNote({ id: "1" }, { signal })));
      await new Promise(setImmediate);
      console.log(warnings);
    `);
    expect(printed).toBe("0");
  });
});

describe("no attempt is made after its time", () => {
  test("when the token takes longer than that", async () => {
    const timers = holdTimers(100);
    let give = (_: string) => {};
    const fetch = vi.fn(async () => Response.json(note));
    const client = createClient({
      token: () =>
        new Promise<string>((resolve) => {
          give = resolve;
        }),
      fetch,
      timeout: 100,
      retries: 0,
    });
    const call = client.updateNote(request);
    await timers.started(1);
    timers.elapse();
    expect((await rejection(call, TimeoutError)).attempts).toBe(0);
    give("token");
    await new Promise(setImmediate);
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe("a 401 is kept", () => {
  test.each([
    ["fails", () => Promise.reject(new Error("The vault is closed"))],
    ["takes too long", () => new Promise<string>(() => {})],
  ])("when asking for another token %s", async (_, second) => {
    fixJitter();
    const timers = holdTimers(100);
    const server = await serve(reply(401, { type: "error.list", errors: [] }));
    let asked = 0;
    const ask = () => (asked++ === 0 ? "token" : second());
    const call = reasonOf(notesClient(server, { token: ask, timeout: 100 }).updateNote(request));
    await server.received(1);
    await timers.started(2);
    timers.elapse();
    expect(await call).toMatchObject({ name: "UnauthorizedError", status: 401, attempts: 1 });
  });
});
