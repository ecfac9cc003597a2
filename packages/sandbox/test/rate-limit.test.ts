import { expect, test } from "vitest";
import type { RateLimit } from "../src/index.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { answerOf, describedSandbox, NOTE_REQUEST } from "./notes/described.ts";

const BEGIN = 1_700_000_000_000;

/** A sandbox whose clock stands still until the test moves it. */
function limited(rateLimit: RateLimit) {
  const clock = { time: BEGIN };
  const { put, sandbox } = describedSandbox({ rateLimit, now: () => clock.time });
  return { clock, sandbox, put: (headers = {}) => put(NOTE_REQUEST, headers) };
}

function limits(headers: Headers): (string | null)[] {
  return ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`));
}

test("every answer says what is left, also an error", async () => {
  const { put } = limited({ limit: 3 });
  const reset = String(BEGIN / 1000 + 10);
  expect(limits((await put()).headers)).toEqual(["3", "2", reset]);
  const refused = await put({ "content-type": "text/plain" });
  expect(refused.status).toBe(415);
  expect(limits(refused.headers)).toEqual(["3", "1", reset]);
});

test("past the limit: 429 with the described error, and when to come back", async () => {
  const { put, clock, sandbox } = limited({ limit: 1, window: 60_000 });
  expect((await put()).status).toBe(200);
  clock.time += 17_500;
  const { status, headers, body } = await put();
  expect(status).toBe(429);
  expect(limits(headers)).toEqual(["1", "0", String(BEGIN / 1000 + 60)]);
  // Rounded up, so that who waits that long is not too early.
  expect(headers.get("retry-after")).toBe("43");
  expect(body.errors).toEqual([{ code: "rate_limited", message: "There were too many requests" }]);
  expect(body["request_id"]).toBe(headers.get("x-request-id"));
  expect(sandbox.requests.map((request) => request.status)).toEqual([200, 429]);
});

test("a window is over when it says, and the next begins with the next request", async () => {
  const { put, clock } = limited({ limit: 1, window: 10_000 });
  await put();
  clock.time = BEGIN + 9_999;
  expect((await put()).status).toBe(429);
  clock.time = BEGIN + 10_000;
  expect((await put()).status).toBe(200);
  clock.time = BEGIN + 22_345;
  const next = await put();
  expect(next.status).toBe(200);
  expect(limits(next.headers)).toEqual(["1", "0", String(BEGIN / 1000 + 33)]);
});

test("a clock that is set back does not shut everybody out", async () => {
  const { put, clock } = limited({ limit: 1 });
  await put();
  clock.time = BEGIN - 3_600_000;
  expect((await put()).status).toBe(200);
});

test("each token has a limit of its own", async () => {
  const { put } = limited({ limit: 1 });
  expect((await put({ authorization: "Bearer one" })).status).toBe(200);
  expect((await put({ authorization: "Bearer two" })).status).toBe(200);
  expect((await put({ authorization: "Bearer one" })).status).toBe(429);
});

test("requests that arrive together are all counted", async () => {
  const { put } = limited({ limit: 5 });
  const answers = await Promise.all(Array.from({ length: 12 }, () => put()));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
});

test("a path that there is not is limited too, in the shape that the API's errors have", async () => {
  const { sandbox } = limited({ limit: 1 });
  const get = () => answerOf(sandbox.fetch("http://sandbox/nothing"));
  expect((await get()).status).toBe(404);
  const { status, body } = await get();
  expect(status).toBe(429);
  expect(body.errors?.[0]?.code).toBe("rate_limited");
});

test("without the option nothing is limited, and nothing is said about it", async () => {
  const { put } = describedSandbox();
  const { status, headers } = await put(NOTE_REQUEST);
  expect(status).toBe(200);
  expect(limits(headers)).toEqual([null, null, null]);
});

test("a reset of the sandbox begins a new window", async () => {
  const { put, sandbox } = limited({ limit: 1 });
  await put();
  expect((await put()).status).toBe(429);
  const reset = await sandbox.fetch("http://sandbox/_sandbox/reset", {
    method: "POST",
    headers: { authorization: "Bearer any" },
  });
  expect(reset.status).toBe(200);
  expect((await put()).status).toBe(200);
});

test("the headers have the names that the description gives them", async () => {
  const header = { schema: { type: "integer" }, example: 99 };
  const { fetch } = createSandbox({
    rateLimit: { limit: 4 },
    now: () => BEGIN,
    description: {
      openapi: "3.1.0",
      info: { title: "Limited", version: "1" },
      paths: {
        "/things": {
          get: {
            responses: {
              "200": {
                description: "Things",
                headers: {
                  "RateLimit-Limit": header,
                  "RateLimit-Remaining": header,
                  "RateLimit-Reset": header,
                },
              },
            },
          },
        },
      },
    },
  });
  const { headers } = await fetch("http://sandbox/things");
  expect(headers.get("ratelimit-limit")).toBe("4");
  expect(headers.get("ratelimit-remaining")).toBe("3");
  expect(headers.get("ratelimit-reset")).toBe(String(BEGIN / 1000 + 10));
  expect(limits(headers)).toEqual([null, null, null]);
});

test.each([0, -1, 1.5, Number.NaN])("a limit of %d is refused", (limit) => {
  expect(() => createSandbox({ rateLimit: { limit } })).toThrow(RangeError);
  expect(() => createSandbox({ rateLimit: { limit: 1, window: limit === 1.5 ? 0 : limit } })).toThrow(
    RangeError,
  );
});
