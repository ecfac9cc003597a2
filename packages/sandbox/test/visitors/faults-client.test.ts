import { ApiError, ConnectionError, createClient, TimeoutError } from "@visitors-api/client";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { serveSandbox } from "../../src/node/serve.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/visitors/index.ts";
import { SEED_REQUEST } from "./described.ts";

const id = String(SEED_REQUEST["id"]);

type ClientOptions = Parameters<typeof createClient>[0];

async function overSocket(sandbox: Sandbox): Promise<Partial<ClientOptions>> {
  const server = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => server.close());
  return { baseUrl: server.url };
}

const inProcess = async ({ fetch }: Sandbox): Promise<Partial<ClientOptions>> => ({ fetch });

// The client waits for random times, which are not what is tested here.
beforeEach(() => {
  const random = vi.spyOn(Math, "random").mockReturnValue(0);
  onTestFinished(() => random.mockRestore());
});

/** In milliseconds; it is the longest delay that there is. */
const DELAY = 600_000;

/**
 * A timeout for the client whose time passes when the sandbox delays an answer, and only then: on a slow machine, no other
 * answer is late.
 */
function untilDelayed(): number {
  const timeout = 150;
  const waiting: (() => void)[] = [];
  const { setTimeout } = globalThis;
  vi.stubGlobal("setTimeout", (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) => {
    if (delay === timeout) return void waiting.push(() => run(...given));
    if (delay === DELAY) for (const end of waiting.splice(0)) setImmediate(end);
    return setTimeout(run, delay, ...given);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return timeout;
}

describe.each([
  ["in process", inProcess],
  ["over a socket", overSocket],
])("the client, %s", (_, transport) => {
  async function setUp(options: SandboxOptions, more: Partial<ClientOptions> = {}) {
    const sandbox = createSandbox(options);
    const client = createClient({ token: "any", ...(await transport(sandbox)), ...more });
    return { sandbox, client, outcomes: () => sandbox.requests.map(({ status, fault }) => fault ?? status) };
  }

  test("gets through a 503 that comes twice", async () => {
    const { client, sandbox, outcomes } = await setUp({ faults: "status=503; times=2" });
    expect((await client.updateVisitor({ id, name: "After all" })).name).toBe("After all");
    expect(outcomes()).toEqual(["status=503; times=2", "status=503; times=2", 200]);
    expect(sandbox.requests.map(({ body }) => body)).toEqual(Array(3).fill({ id, name: "After all" }));
  });

  test("gives up on a 503 that comes once too often, with the request's id", async () => {
    const { client } = await setUp({ faults: "status=503; times=3" });
    const error = await client.updateVisitor({ id }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 503,
      attempts: 3,
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  test("waits for as long as the Retry-After of a 429 says", async () => {
    const { client, outcomes } = await setUp({ faults: "status=429; retry-after=1; times=1" });
    const started = performance.now();
    await client.updateVisitor({ id });
    expect(performance.now() - started).toBeGreaterThan(950);
    expect(outcomes()).toHaveLength(2);
  });

  test("waits for the next window when it is past the rate limit", async () => {
    const begin = Date.now();
    const started = performance.now();
    // The window is not over before it is used up, however long that takes.
    const now = () => begin + (outcomes().includes(429) ? 1000 : 0);
    const { client, outcomes } = await setUp({ rateLimit: { limit: 2, window: 1000 }, now });
    for (let n = 0; n < 3; n++) await client.updateVisitor({ id });
    expect(performance.now() - started).toBeGreaterThan(950);
    expect(outcomes()).toEqual([200, 200, 429, 200]);
  });

  test("gets through a reset", async () => {
    const { client, outcomes } = await setUp({ faults: "reset; times=1" });
    await client.updateVisitor({ id });
    expect(outcomes()).toEqual(["reset; times=1", 200]);
  });

  test("fails with a ConnectionError when every connection is reset", async () => {
    const { client } = await setUp({ faults: "reset" }, { retries: 1 });
    const error = await client.updateVisitor({ id }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 2 });
  });

  test("fails with a ConnectionError when the body is cut off", async () => {
    const { client } = await setUp({ faults: "truncate" }, { retries: 0 });
    await expect(client.updateVisitor({ id })).rejects.toThrow(ConnectionError);
  });

  test("fails with a TimeoutError when the answer is late", async () => {
    const timeout = untilDelayed();
    const { client } = await setUp({ faults: `delay=${DELAY}` }, { retries: 0, timeout });
    await expect(client.updateVisitor({ id })).rejects.toThrow(TimeoutError);
  });

  test("gets through a late answer, when the next one is not", async () => {
    const timeout = untilDelayed();
    const { client, outcomes } = await setUp({ faults: `delay=${DELAY}; times=1` }, { timeout });
    await client.updateVisitor({ id });
    await expect.poll(outcomes).toHaveLength(2);
  });

  test("asks for a fault with a header, which each of its attempts sends", async () => {
    const { client, outcomes } = await setUp({});
    const headers = { "X-Sandbox-Fault": "status=503; times=2" };
    await client.updateVisitor({ id }, { headers });
    expect(outcomes()).toEqual(["status=503; times=2", "status=503; times=2", 200]);
  });
});

test("clients of several sandboxes run side by side, without a port", async () => {
  const names = Array.from({ length: 20 }, (_, n) => `Visitor ${n}`);
  const seen = await Promise.all(
    names.map(async (name) => {
      const sandbox = createSandbox();
      const client = createClient({ token: "any", fetch: sandbox.fetch });
      await client.updateVisitor({ id, name });
      expect(sandbox.requests).toHaveLength(1);
      return (await client.updateVisitor({ id })).name;
    }),
  );
  expect(seen).toEqual(names);
});
