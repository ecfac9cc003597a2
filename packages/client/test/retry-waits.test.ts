import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClient } from "./notes/generated/index.ts";
import { fixJitter, note, request, token } from "./notes.ts";

// These waits are too long to sit through, and an HTTP date has whole seconds: so the clock is a fake one, and `fetch` is
// replaced, because sockets keep their own time.
beforeEach(() => {
  fixJitter();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: Date.UTC(2026, 10, 23, 15, 0, 0) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** At what times, in milliseconds from the first, attempts were made that got these answers and then a success. */
async function attemptTimes(...failures: (Response | Error)[]): Promise<number[]> {
  const times: number[] = [];
  const started = Date.now();
  const fetch = async () => {
    times.push(Date.now() - started);
    const failure = failures.shift();
    if (failure instanceof Error) throw failure;
    return failure ?? Response.json(note);
  };
  let ended = false;
  const client = createClient({ token, baseUrl: "https://api.example.test", fetch, retries: 5 });
  client.updateNote(request).finally(() => {
    ended = true;
  });
  for (let turn = 0; turn < 100 && !ended; turn++) {
    for (let tick = 0; tick < 10; tick++) await new Promise(setImmediate);
    if (!ended) await vi.advanceTimersToNextTimerAsync();
  }
  expect(ended).toBe(true);
  return times;
}

function busy(headers: HeadersInit, status = 503): Response {
  return new Response(null, { status, headers });
}

function after(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000);
}

describe("Retry-After", () => {
  test("is waited for when it is a number of seconds", async () => {
    expect(await attemptTimes(busy({ "Retry-After": "7" }), busy({ "Retry-After": "0" }, 429))).toEqual([
      0, 7000, 7000,
    ]);
  });

  // RFC 9110 § 5.6.7. The last form has no time zone: it is UTC all the same.
  test.each([
    ["an IMF-fixdate", "Mon, 23 Nov 2026 15:00:30 GMT"],
    ["an RFC 850 date", "Monday, 23-Nov-26 15:00:30 GMT"],
    ["an asctime date", "Mon Nov 23 15:00:30 2026"],
  ])("is waited for when it is %s, wherever the clock is", async (_, date) => {
    for (const zone of ["America/New_York", "Asia/Tokyo", "UTC"]) {
      vi.stubEnv("TZ", zone);
      vi.setSystemTime(Date.UTC(2026, 10, 23, 15, 0, 0));
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(await attemptTimes(busy({ "Retry-After": date })), zone).toEqual([0, 30_000]);
    }
  });

  test("is waited for with a day of one digit, as asctime writes it", async () => {
    vi.setSystemTime(Date.UTC(2026, 10, 6, 8, 49, 0));
    expect(await attemptTimes(busy({ "Retry-After": "Fri Nov  6 08:49:37 2026" }))).toEqual([0, 37_000]);
  });

  test("says nothing when it has passed", async () => {
    fixJitter(0.5);
    expect(await attemptTimes(busy({ "Retry-After": after(-3600).toUTCString() }))).toEqual([0, 250]);
  });

  test("counts before X-RateLimit-Reset", async () => {
    const reset = String(after(45).getTime() / 1000);
    expect(await attemptTimes(busy({ "Retry-After": "3", "X-RateLimit-Reset": reset }, 429))).toEqual([
      0, 3000,
    ]);
  });
});

describe("X-RateLimit-Reset", () => {
  test("is waited for, in Unix seconds", async () => {
    const reset = String(after(45).getTime() / 1000);
    expect(await attemptTimes(busy({ "X-RateLimit-Reset": reset }, 429))).toEqual([0, 45_000]);
  });

  test.each([
    ["the seconds until then", () => "30", 30_000],
    ["the seconds until then, with a fraction", () => "0.5", 500],
    ["Unix seconds with a fraction", () => `${(Date.now() + 4500) / 1000}`, 4500],
    ["Unix milliseconds", () => `${Date.now() + 4500}`, 4500],
  ])("is waited for when it is %s", async (_, reset, wait) => {
    expect(await attemptTimes(busy({ "X-RateLimit-Reset": reset() }, 429))).toEqual([0, wait]);
  });

  test.each([
    ["a second ago", () => String(after(-1).getTime() / 1000)],
    ["a second ago, in milliseconds", () => String(after(-1).getTime())],
    ["now", () => "0"],
    ["a negative number", () => "-30"],
  ])("says nothing when it is %s: the wait is the usual backoff", async (_, reset) => {
    fixJitter(0.5);
    expect(
      await attemptTimes(...Array.from({ length: 5 }, () => busy({ "X-RateLimit-Reset": reset() }))),
    ).toEqual([0, 250, 750, 1750, 3750, 7750]);
  });
});

describe("a wait that a server asks for gets up to a quarter longer, so that clients do not come back together", () => {
  test.each([
    [0, 8000],
    [0.5, 9000],
    [1, 10_000],
  ])("%d of it", async (part, wait) => {
    fixJitter(part);
    expect(await attemptTimes(busy({ "Retry-After": "8" }))).toEqual([0, wait]);
    expect(await attemptTimes(busy({ "X-RateLimit-Reset": "8" }))).toEqual([0, wait]);
  });
});

test.each([
  ["a number of seconds", { "Retry-After": "86400" }],
  ["more seconds than a timer can count", { "Retry-After": "99999999999999999999" }],
  ["a date", { "Retry-After": "Tue, 23 Nov 2027 15:00:00 GMT" }],
  ["a rate limit", { "X-RateLimit-Reset": "9999999999" }],
  ["a rate limit in milliseconds", { "X-RateLimit-Reset": "1800000000000" }],
])(
  "no wait is longer than a minute, but for its jitter, when a server asks for it with %s",
  async (_, headers) => {
    expect(await attemptTimes(busy(headers, 429))).toEqual([0, 60_000]);
  },
);

describe("without a word of the server, the wait is a random part of a time that doubles", () => {
  const failures = () => [busy({}), busy({}), new TypeError("fetch failed"), busy({}), busy({})];

  test.each([
    [0, [0, 0, 0, 0, 0, 0]],
    [0.5, [0, 250, 750, 1750, 3750, 7750]],
  ])("%d of half a second, a second, two, four, eight", async (part, times) => {
    fixJitter(part);
    expect(await attemptTimes(...failures())).toEqual(times);
  });

  test.each(["soon", "", "-", "1 minute"])("as after a Retry-After that says nothing: %j", async (value) => {
    fixJitter(0.5);
    expect(await attemptTimes(busy({ "Retry-After": value }))).toEqual([0, 250]);
  });

  test.each(["", "soon"])("as after an X-RateLimit-Reset that says nothing: %j", async (value) => {
    fixJitter(0.5);
    expect(await attemptTimes(busy({ "X-RateLimit-Reset": value }))).toEqual([0, 250]);
  });
});
