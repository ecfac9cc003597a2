import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ApiError } from "../src/index.ts";
import { whole } from "./hostile-answers.ts";
import { type Misbehaviour, serveRaw } from "./hostile-server.ts";
import { fixJitter, reasonOf, rejection, request, visitorsClient } from "./visitors.ts";

/** Unlike any wait, and longer than a test. */
const timeout = 12_345_678;

/** How long a call waits after this answer, in milliseconds. Nobody waits for it. */
async function waitAfter(answer: Misbehaviour): Promise<number | undefined> {
  fixJitter(0.5);
  const server = await serveRaw(answer);
  const { setTimeout } = globalThis;
  const wait = new Promise<number | undefined>((resolve) => {
    vi.stubGlobal("setTimeout", (run: () => void, delay?: number, ...given: unknown[]) => {
      // Node's own fetch has a timer too, of 499 milliseconds, for all its connections.
      if (delay !== timeout && delay !== 499) resolve(delay);
      return setTimeout(run, delay, ...given);
    });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const controller = new AbortController();
  const client = visitorsClient(server, { timeout });
  const call = reasonOf(client.updateVisitor(request, { signal: controller.signal }));
  const waited = await wait;
  controller.abort();
  await call;
  return waited;
}

const backoff = 250;
const longest = 60_000;

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["7", 7000],
    ["007", 7000],
    ["86400", longest],
    ["9".repeat(400), longest],
    ["Fri, 31 Dec 9999 23:59:59 GMT", longest],
    ["Thu, 23 Nov 1995 15:00:00 GMT", 0],
    // None of these is a Retry-After, although platforms find numbers or dates in most.
    ["-5", backoff],
    ["+5", backoff],
    ["1.5", backoff],
    ["1e3", backoff],
    ["0x10", backoff],
    ["5;", backoff],
    ["NaN", backoff],
    ["Infinity", backoff],
    ["5 seconds", backoff],
    ["attempt 3", backoff],
    ["12/25", backoff],
    ["Fri, 31 Dec 275761 00:00:00 GMT", backoff],
    ["Mon, 99 Nov 2026 99:99:99 GMT", backoff],
    ["\xff\xfe", backoff],
  ])("%j is a wait of %i ms", async (value, expected) => {
    const answer = whole("429 Too Many Requests", "", `Retry-After: ${value}`);
    expect(await waitAfter(answer)).toBe(expected);
  });

  test("that is there twice says nothing", async () => {
    const answer = whole("429 Too Many Requests", "", "Retry-After: 1", "Retry-After: 2");
    expect(await waitAfter(answer)).toBe(backoff);
  });
});

describe("a storm of 429", () => {
  test.each(["0", "-1", "Thu, 23 Nov 1995 15:00:00 GMT"])(
    "with a Retry-After of %j gets three requests of each call, and no more",
    async (value) => {
      fixJitter();
      const server = await serveRaw(whole("429 Too Many Requests", "", `Retry-After: ${value}`));
      const client = visitorsClient(server);
      const calls = Array.from({ length: 20 }, () => rejection(client.updateVisitor(request), ApiError));
      for (const { status, attempts } of await Promise.all(calls)) {
        expect([status, attempts]).toEqual([429, 3]);
      }
      expect(server.requests).toHaveLength(60);
      await server.quiet();
    },
  );
});
