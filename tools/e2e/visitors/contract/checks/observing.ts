import type { Attempt } from "@visitors-api/client";
import type { Check } from "../check.ts";
import { expect, expectEqual, reasonOf, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { request, success, token, visitor, visitorsClient } from "../visitors.ts";

export const observing: Readonly<Record<string, Check>> = {
  async "onAttempt is told of each attempt, and what it throws changes nothing"(context) {
    const unavailable = { status: 503, headers: { "Retry-After": "0", "X-Request-Id": "r-1" } };
    // Not a reset, which some platforms try again by themselves.
    const api = await scriptedApi(context, { fault: "cut" }, unavailable, success);
    const attempts: Attempt[] = [];
    const onAttempt = (attempt: Attempt) => {
      attempts.push(attempt);
      throw new Error("of the observer");
    };

    expectEqual(
      await visitorsClient(context, api, { onAttempt }).updateVisitor(request),
      visitor,
      "the result",
    );

    expectEqual(
      attempts.map(({ attempt, method, status, requestId, url }) => [
        attempt,
        method,
        status,
        requestId,
        url,
      ]),
      [
        [1, "PUT", undefined, undefined, `${api.baseUrl}/visitors`],
        [2, "PUT", 503, "r-1", `${api.baseUrl}/visitors`],
        [3, "PUT", 200, undefined, `${api.baseUrl}/visitors`],
      ],
      "the attempts",
    );
    expect(attempts[0]?.error instanceof context.client.ConnectionError, "The first has no ConnectionError");
    expectEqual([attempts[1]?.retryIn, attempts[2]?.retryIn], [0, undefined], "the waits");
    expect(!JSON.stringify(attempts).includes(token), "It has the token");
  },

  async "a hint that cannot be used is followed by the usual backoff, and one that can by its wait"(context) {
    const hint = (value: string) => ({ status: 503, headers: { "X-RateLimit-Reset": value } });
    const past = `${Math.floor(Date.now() / 1000) - 10}`;
    const api = await scriptedApi(context, hint(past), hint("-1"), hint("1"), success);
    const waits: (number | undefined)[] = [];
    const onAttempt = ({ retryIn }: Attempt) => waits.push(retryIn);

    await visitorsClient(context, api, { onAttempt, retries: 3 }).updateVisitor(request);

    const [first = -1, second = -1, third = -1] = waits;
    expect(first > 0 && first <= 500 && second > 0 && second <= 1000, `The waits are ${waits}`);
    expect(third >= 1000 && third <= 1250, `The wait of a second is ${third}`);
  },

  async "retries may name the statuses and methods, for the client and for a call"(context) {
    const api = await scriptedApi(context, { status: 503 });
    const client = visitorsClient(context, api, { retries: { limit: 5, methods: ["GET"] } });

    const none = await rejection(client.updateVisitor(request), context.client.ApiError);
    const one = await rejection(
      client.updateVisitor(request, { retries: { limit: 1, methods: ["PUT"], statuses: [503] } }),
      context.client.ApiError,
    );

    expectEqual([none.attempts, one.attempts], [1, 2], "the attempts");
  },

  async "what middleware makes of a request decides whether it is tried again"(context) {
    const sent: string[] = [];
    const fetch = async ({ method }: Request) => {
      sent.push(method);
      return new Response(null, { status: 503 });
    };
    const client = visitorsClient(context, { baseUrl: context.origin }, { fetch });
    client.use({
      onRequest: ({ request: made }) => new Request(made.url, { method: "POST", headers: made.headers }),
    });

    const error = await rejection(client.updateVisitor(request), context.client.ApiError);

    expectEqual([error.method, error.attempts, sent], ["POST", 1, ["POST"]], "the error");
  },

  async "an error of the caller's own fetch that is no outage is thrown as it is, once"(context) {
    const mistake = new TypeError("Cannot read properties of undefined");
    let calls = 0;
    const fetch = () => {
      calls++;
      return Promise.reject(mistake);
    };
    const client = visitorsClient(context, { baseUrl: context.origin }, { fetch });

    expect((await reasonOf(client.updateVisitor(request))) === mistake, "It is another error");
    expectEqual(calls, 1, "the number of requests");
  },

  async "fetchOptions reach the request, a call's beside the client's"(context) {
    const seen: unknown[] = [];
    const fetch = async ({ redirect }: Request) => {
      seen.push(redirect);
      return Response.json(visitor);
    };
    const client = visitorsClient(
      context,
      { baseUrl: context.origin },
      { fetch, fetchOptions: { redirect: "manual" } },
    );

    await client.updateVisitor(request);
    await client.updateVisitor(request, { fetchOptions: { redirect: "follow" } });

    expectEqual(seen, ["manual", "follow"], "the requests");
  },

  async "an object under the media type of a form is sent as one"(context) {
    const api = await scriptedApi(context, success);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };

    await visitorsClient(context, api).updateVisitor({ id: "1", name: "A & B" }, { headers });

    expectEqual((await api.lastRequest()).body, "id=1&name=A+%26+B", "the body");
  },
};
