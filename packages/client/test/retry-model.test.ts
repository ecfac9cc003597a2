import fc from "fast-check";
import { expect, test } from "vitest";
import { ApiError, ConnectionError } from "../src/index.ts";
import { bearer } from "../src/runtime/index.ts";
import { fixJitter } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { reply, reset, serve } from "./server.ts";

/** What the server does with a request. */
interface Turn {
  /** 0 is a reset instead of an answer. */
  readonly status: number;
  readonly retryAfter: boolean;
}

interface Call {
  readonly method: string;
  readonly retries: number | false;
  /** Each token that is asked for is another. */
  readonly renews: boolean;
  /** After the last the server does the same again. */
  readonly turns: readonly Turn[];
}

interface Ending {
  readonly requests: number;
  /** Of the answer that is kept; 0 if none came. */
  readonly status: number;
}

/** The rule of README.md, once more and as plainly as possible. */
function documentedEnding({ method, retries, renews, turns }: Call): Ending {
  let left = Number(retries);
  let renewed = false;
  for (let requests = 1; ; requests++) {
    // There is at least one.
    const { status, retryAfter } = (turns[requests - 1] ?? turns.at(-1)) as Turn;
    const kept = { requests, status };
    if (status === 401 && renews && !renewed) {
      renewed = true;
      continue;
    }
    const isTransient = [0, 408, 429, 500, 502, 503, 504].includes(status);
    const isIdempotent = ["GET", "PUT", "DELETE"].includes(method);
    const isRefused = status === 429 && retryAfter;
    if (left === 0 || !((isTransient && isIdempotent) || isRefused)) return kept;
    left--;
  }
}

// Not 421, after which the platform's fetch asks once more by itself (Fetch Standard § 4.6).
const statuses = [
  0, 200, 201, 204, 302, 304, 400, 401, 403, 404, 408, 409, 410, 422, 425, 429, 500, 501, 502, 503, 504, 505,
  511,
];

const calls: fc.Arbitrary<Call> = fc.record({
  method: fc.constantFrom("GET", "PUT", "DELETE", "POST", "PATCH"),
  retries: fc.constantFrom<(number | false)[]>(0, false, 1, 2, 3, 5),
  renews: fc.boolean(),
  turns: fc.array(
    fc.record({
      // Those that do not end a call at once more often, or few would be long.
      status: fc.oneof(fc.constantFrom(0, 401, 429, 503), fc.constantFrom(...statuses)),
      retryAfter: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

test("whatever a server does, there are as many requests as the documented rule says", async () => {
  fixJitter();
  let turns: readonly Turn[] = [];
  let requests = 0;
  const server = await serve((response) => {
    const { status, retryAfter } = (turns[requests++] ?? turns.at(-1)) as Turn;
    if (status === 0) return reset(response);
    reply(status, undefined, { "Content-Length": 0, ...(retryAfter && { "Retry-After": 0 }) })(response);
  });
  const description = { schemes: { bearer: bearer("token") }, security: [["bearer"]] };

  await fc.assert(
    fc.asyncProperty(calls, async (call) => {
      ({ turns } = call);
      requests = 0;
      let asked = 0;
      const token = () => `token-${call.renews && ++asked}`;
      const operation = { method: call.method, path: "/things", response: "none" } as const;
      const client = otherClient(server, { operation }, { token, retries: call.retries, description });

      const error = await client.operation().then(
        () => undefined,
        (reason: unknown) => reason,
      );

      const expected = documentedEnding(call);
      expect(requests).toBe(expected.requests);
      if (expected.status === 0) expect(error).toBeInstanceOf(ConnectionError);
      else if (expected.status < 300) expect(error).toBeUndefined();
      else {
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject({ status: expected.status, attempts: expected.requests });
      }
    }),
    { numRuns: 200 },
  );
});
