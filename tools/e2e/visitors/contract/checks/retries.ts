import type { Check } from "../check.ts";
import { expect, expectEqual, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { request, success, visitor, visitorsClient } from "../visitors.ts";

const unavailable = { status: 503, headers: { "Retry-After": "0" }, body: "come back" };
const tooMany = { status: 429, headers: { "Retry-After": "0" } };

export const retries: Readonly<Record<string, Check>> = {
  async "a 503 and a 429 are followed by another attempt, with the whole body"(context) {
    const api = await scriptedApi(context, unavailable, tooMany, success);
    const asked: number[] = [];
    const client = visitorsClient(context, api, { token: () => `token-${asked.push(0)}` });

    expectEqual(await client.updateVisitor(request), visitor, "the result");

    const requests = await api.requests();
    expectEqual(
      requests.map(({ headers, body }) => [headers["authorization"], JSON.parse(body)]),
      [1, 2, 3].map((attempt) => [`Bearer token-${attempt}`, request]),
      "the requests",
    );
  },

  async "when every attempt fails, the last answer is thrown"(context) {
    const api = await scriptedApi(context, unavailable, tooMany);

    const error = await rejection(
      visitorsClient(context, api, { retries: 3 }).updateVisitor(request),
      context.client.ApiError,
    );

    expectEqual([error.status, error.attempts], [429, 4], "the error");
    expectEqual((await api.requests()).length, 4, "the number of requests");
  },

  async "with retries: false there is one attempt"(context) {
    const api = await scriptedApi(context, unavailable, success);

    const error = await rejection(
      visitorsClient(context, api).updateVisitor(request, { retries: false }),
      context.client.ApiError,
    );

    expectEqual([error.status, error.attempts], [503, 1], "the error");
  },

  async "a server that asks for a second gets it"(context) {
    const later = { status: 503, headers: { "Retry-After": "1" } };
    const api = await scriptedApi(context, later, success);
    const started = Date.now();

    await visitorsClient(context, api).updateVisitor(request);

    // A timer may be a millisecond early, by the rounding of clocks.
    expect(Date.now() - started >= 995, `It came back after ${Date.now() - started} ms`);
  },
};
