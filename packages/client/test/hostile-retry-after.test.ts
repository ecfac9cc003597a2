import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ApiError } from "../src/index.ts";
import { whole } from "./hostile-answers.ts";
import { type Misbehaviour, serveRaw } from "./hostile-server.ts";
import { fixJitter, notesClient, reasonOf, rejection, request } from "./notes.ts";

/** The part of the longest that a random wait is. */
const jitter = 0.4;
const backoff = jitter * 500;
const longest = 60_000;

/** Unlike any wait, and longer than a test. */
const timeout = 12_345_678;

/** How long a call waits after this answer, in milliseconds. Nobody waits for it. */
async function waitAfter(answer: Misbehaviour): Promise<number | undefined> {
  fixJitter(jitter);
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
  const client = notesClient(server, { timeout });
  const call = reasonOf(client.updateNote(request, { signal: controller.signal }));
  const waited = await wait;
  controller.abort();
  await call;
  return waited;
}

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["7", 7000],
    ["007", 7000],
    ["86400", longest],
    ["9".repeat(400), longest],
    ["Fri, 31 Dec 9999 23:59:59 GMT", longest],
    // What is over is no wait.
    ["Thu, 23 Nov 1995 15:00:00 GMT", undefined],
    // None of these is a Retry-After, although platforms find numbers or dates in most.
    ["-5", undefined],
    ["+5", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["5;", undefined],
    ["NaN", undefined],
    ["Infinity", undefined],
    ["5 seconds", undefined],
    ["attempt 3", undefined],
    ["12/25", undefined],
    ["Fri, 31 Dec 275761 00:00:00 GMT", undefined],
    ["Mon, 99 Nov 2026 99:99:99 GMT", undefined],
    ["\xff\xfe", undefined],
  ])(
    "%j asks for %s ms: there is jitter upwards of a wait, and the usual backoff where there is none",
    async (value, asked) => {
      const answer = whole("429 Too Many Requests", "", `Retry-After: ${value}`);
      const expected = asked === undefined ? backoff : asked * (1 + jitter / 4);
      expect(await waitAfter(answer)).toBe(expected);
    },
  );

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
      const client = notesClient(server);
      const calls = Array.from({ length: 20 }, () => rejection(client.updateNote(request), ApiError));
      for (const { status, attempts } of await Promise.all(calls)) {
        expect([status, attempts]).toEqual([429, 3]);
      }
      expect(server.requests).toHaveLength(60);
      await server.quiet();
    },
  );
});
