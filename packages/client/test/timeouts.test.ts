import { execFile } from "node:child_process";
import { getEventListeners, once } from "node:events";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { ApiError, CallError, TimeoutError } from "../src/index.ts";
import { type Answer, reply, serve, silence, stalledBody } from "./server.ts";
import {
  errorList,
  fixJitter,
  reasonOf,
  rejection,
  request,
  token,
  visitor,
  visitorsClient,
} from "./visitors.ts";

const success = reply(200, visitor);

describe("the timeout", () => {
  test.each([
    ["the headers", silence],
    ["the body", stalledBody],
  ])("covers %s", async (_, answer) => {
    const server = await serve(answer);
    const started = performance.now();
    const client = visitorsClient(server, { timeout: 100, retries: 0 });
    const error = await rejection(client.updateVisitor(request), TimeoutError);
    const elapsed = performance.now() - started;
    expect(elapsed).toBeGreaterThanOrEqual(95);
    expect(elapsed).toBeLessThan(2000);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({
      name: "TimeoutError",
      operation: "updateVisitor",
      method: "PUT",
      url: `${server.url}/visitors`,
      attempts: 1,
    });
    expect(error.message).toContain("updateVisitor");
    expect(error.message).toContain("100 ms");
  });

  test("covers a body that never ends", async () => {
    const endless: Answer = (response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const timer = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(timer));
    };
    const client = visitorsClient(await serve(endless), { timeout: 150, retries: 0 });
    await rejection(client.updateVisitor(request), TimeoutError);
  });

  test("covers a fetch of the caller's own, which may not heed the signal", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const client = visitorsClient({ url: "http://127.0.0.1" }, { fetch, timeout: 50, retries: 0 });
    await rejection(client.updateVisitor(request), TimeoutError);
  });

  test("is for each attempt, not for the call", async () => {
    const slow: Answer = (response) =>
      void setTimeout(() => reply(503, "", { "Retry-After": 0 })(response), 150);
    const server = await serve(slow, slow, (response) => void setTimeout(() => success(response), 150));
    expect(await visitorsClient(server, { timeout: 300 }).updateVisitor(request)).toEqual(visitor);
  });

  test("may be set for one call", async () => {
    const server = await serve(silence);
    const client = visitorsClient(server, { retries: 0 });
    await rejection(client.updateVisitor(request, { timeout: 50 }), TimeoutError);
    await rejection(client.PUT("/visitors", { body: request, timeout: 50 }), TimeoutError);
  });

  test.each([Number.POSITIVE_INFINITY, 2 ** 40])(
    "may be longer than a timer can count: %d",
    async (timeout) => {
      const server = await serve((response) => void setTimeout(() => success(response), 50));
      expect(await visitorsClient(server, { timeout }).updateVisitor(request)).toEqual(visitor);
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
    const call = visitorsClient(server).updateVisitor(request, { signal: controller.signal });
    await vi.waitUntil(() => server.requests.length === 1);
    const reason = new Error("The user went away");
    controller.abort(reason);
    expect(await reasonOf(call)).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("gives the platform's AbortError and TimeoutError when nobody gives another reason", async () => {
    const server = await serve(silence);
    const client = visitorsClient(server);
    const controller = new AbortController();
    const aborted = client.updateVisitor(request, { signal: controller.signal });
    controller.abort();
    expect(await reasonOf(aborted)).toBe(controller.signal.reason);
    expect(controller.signal.reason).toMatchObject({ name: "AbortError" });

    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(client.updateVisitor(request, { signal }))).toBe(signal.reason);
    expect(signal.reason).toMatchObject({ name: "TimeoutError" });
    expect(signal.reason).not.toBeInstanceOf(TimeoutError);
  });

  test("ends a call of the verbs too", async () => {
    const server = await serve(silence);
    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(visitorsClient(server).PUT("/visitors", { body: request, signal }))).toBe(
      signal.reason,
    );
  });

  test("that is aborted already: no request is made, and no token asked for", async () => {
    const server = await serve(success);
    const ask = vi.fn(() => token);
    const fetch = vi.fn(globalThis.fetch);
    const reason = new Error("The user went away");
    const call = visitorsClient(server, { token: ask, fetch }).updateVisitor(request, {
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
    const client = visitorsClient(server, {
      fetch,
      token: async () => {
        controller.abort(reason);
        return token;
      },
    });
    expect(await reasonOf(client.updateVisitor(request, { signal: controller.signal }))).toBe(reason);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("ends a call whose token does not come", async () => {
    const server = await serve(success);
    const signal = AbortSignal.timeout(50);
    const client = visitorsClient(server, { token: () => new Promise<string>(() => {}) });
    expect(await reasonOf(client.updateVisitor(request, { signal }))).toBe(signal.reason);
  }, 1000);

  test("ends a call whose new token, after a 401, does not come", async () => {
    const server = await serve(reply(401, errorList));
    const tokens = [token];
    const signal = AbortSignal.timeout(200);
    const client = visitorsClient(server, { token: () => tokens.shift() ?? new Promise<string>(() => {}) });
    expect(await reasonOf(client.updateVisitor(request, { signal }))).toBe(signal.reason);
    expect(server.requests).toHaveLength(1);
  }, 2000);

  test("ends a call whose fetch is the caller's own and does not heed it", async () => {
    const fetch = () => new Promise<Response>(() => {});
    const client = visitorsClient({ url: "http://127.0.0.1" }, { fetch });
    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(client.updateVisitor(request, { signal }))).toBe(signal.reason);
  }, 1000);

  test.each([null, "", 0, "The user went away"])("may have %j as its reason", async (reason) => {
    const server = await serve(silence);
    const controller = new AbortController();
    const call = visitorsClient(server).updateVisitor(request, { signal: controller.signal });
    await vi.waitUntil(() => server.requests.length === 1);
    controller.abort(reason);
    expect(await reasonOf(call)).toBe(reason);
  });
});

describe("when a call has ended, it leaves nothing behind", () => {
  /** Waits until the server finds that the client has hung up. */
  async function closeOf([response]: readonly ServerResponse[]): Promise<void> {
    if (response?.closed === false) await once(response, "close", { signal: AbortSignal.timeout(2000) });
    expect(response?.closed).toBe(true);
  }

  test.each([
    ["a success", success],
    ["an error", reply(404, errorList("not_found", "Visitor Not Found"))],
    ["a retry", reply(503, "", { "Retry-After": 0 })],
    ["a timeout", silence],
  ])("no listener on the caller's signal: after %s", async (_, answer) => {
    const server = await serve(answer);
    const { signal } = new AbortController();
    const options = { signal, timeout: 100, retries: 1 };
    fixJitter();
    await visitorsClient(server)
      .updateVisitor(request, options)
      .catch(() => {});
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
    const client = visitorsClient(server, { timeout: 100, retries: 0 });
    await rejection(client.updateVisitor(request), TimeoutError);
    await closeOf(responses);
  });

  test("no listener and no connection after an abort", async () => {
    const responses: ServerResponse[] = [];
    const server = await serve((response) => void responses.push(response));
    const controller = new AbortController();
    const call = visitorsClient(server).updateVisitor(request, { signal: controller.signal });
    await vi.waitUntil(() => server.requests.length === 1);
    controller.abort();
    expect(await reasonOf(call)).toBe(controller.signal.reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await closeOf(responses);
  });

  test.each([
    ["a success", success, undefined],
    ["an error", reply(404, errorList("not_found", "Visitor Not Found")), ApiError.name],
    ["a timeout", stalledBody, "TimeoutError"],
    ["an abort during a wait", reply(503, "", { "Retry-After": 50 }), "AbortError"],
  ])("nothing that keeps a program from ending: after %s", async (_, answer, failure) => {
    const server = await serve(answer);
    const program = `
      import { createClient } from ${JSON.stringify(new URL("../src/index.ts", import.meta.url))};
      const client = createClient({ token: "token", baseUrl: "${server.url}", retries: 1 });
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 600).unref();
      const timeout = ${failure === "TimeoutError" ? 300 : 60_000};
      try {
        await client.updateVisitor({ id: "1" }, { signal: controller.signal, timeout, ...(timeout < 1000 && { retries: 0 }) });
        console.log("fulfilled");
      } catch (error) {
        console.log(error.name);
      }
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", program],
      { timeout: 5000 },
    );
    expect(stdout.trim()).toBe(failure === "ApiError" ? "NotFoundError" : (failure ?? "fulfilled"));
  });
});
