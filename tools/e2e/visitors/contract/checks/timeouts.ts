import type { Check } from "../check.ts";
import { expect, expectEqual, reasonOf, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { request, success, visitor, visitorsClient } from "../visitors.ts";

const waits = ["silence", "stall"] as const;

export const timeouts: Readonly<Record<string, Check>> = {
  async "headers and bodies that come too late are a TimeoutError"(context) {
    for (const fault of waits) {
      const api = await scriptedApi(context, { fault });
      const started = Date.now();

      const error = await rejection(
        visitorsClient(context, api, { timeout: 150, retries: 0 }).updateVisitor(request),
        context.client.TimeoutError,
      );

      const elapsed = Date.now() - started;
      expect(elapsed >= 145, `It took ${elapsed} ms`);
      expectEqual([error.name, error.attempts], ["TimeoutError", 1], "the error");
      expect(error instanceof context.client.CallError, "It is not a CallError");
    }
  },

  async "an attempt that takes too long is followed by another"(context) {
    const api = await scriptedApi(context, { fault: "silence" }, { fault: "stall" }, success);

    // On a slow machine an answer may be late that should not be: then there is another attempt.
    const client = visitorsClient(context, api, { timeout: 1000, retries: 10 });

    expectEqual(await client.updateVisitor(request), visitor, "the result");
  },

  async "an abort ends the call with the caller's own reason, whatever it waits for"(context) {
    const later = { status: 503, headers: { "Retry-After": "60" } };
    for (const answer of [...waits.map((fault) => ({ fault })), later]) {
      const api = await scriptedApi(context, answer);
      const controller = new AbortController();
      const reason = new Error("The user went away");
      const call = reasonOf(
        visitorsClient(context, api, { timeout: 60_000 }).updateVisitor(request, {
          signal: controller.signal,
        }),
      );
      // Until the request has arrived, and what comes of the answer too.
      while ((await api.requests()).length === 0) await pause(10);
      await pause(50);
      const aborted = Date.now();
      controller.abort(reason);

      expect((await call) === reason, "It is not the caller's reason");
      // Long before the time for it is over.
      expect(Date.now() - aborted < 30_000, `It took ${Date.now() - aborted} ms`);
      expectEqual((await api.requests()).length, 1, "the number of requests");
    }
  },

  async "an abort without a reason is the platform's AbortError, and a signal's timeout its TimeoutError"(
    context,
  ) {
    const api = await scriptedApi(context, { fault: "silence" });
    const client = visitorsClient(context, api);
    const controller = new AbortController();
    const call = reasonOf(client.updateVisitor(request, { signal: controller.signal }));
    controller.abort();
    const error = await call;
    expect(error === controller.signal.reason && nameOf(error) === "AbortError", `It is ${String(error)}`);

    const signal = AbortSignal.timeout(100);
    const late = await reasonOf(client.updateVisitor(request, { signal }));
    expect(late === signal.reason && nameOf(late) === "TimeoutError", `It is ${String(late)}`);
    expect(!(late instanceof context.client.TimeoutError), "It is the client's own TimeoutError");
  },

  async "a signal that is aborted already: no request is made"(context) {
    const api = await scriptedApi(context, success);
    const reason = new Error("The user went away");

    const error = await reasonOf(
      visitorsClient(context, api).updateVisitor(request, { signal: AbortSignal.abort(reason) }),
    );

    expect(error === reason, "It is not the caller's reason");
    expectEqual(await api.requests(), [], "the requests");
  },

  async "an abort ends the call while middleware hangs, and its request's signal is aborted too"(context) {
    const api = await scriptedApi(context, success);
    const controller = new AbortController();
    const reason = new Error("The user went away");
    const client = visitorsClient(context, api);
    const made: Request[] = [];
    client.use({
      onRequest({ request: mine }) {
        made.push(mine);
        controller.abort(reason);
        return new Promise<undefined>(() => {});
      },
    });

    const ended = await reasonOf(client.updateVisitor(request, { signal: controller.signal }));

    expect(ended === reason, "It is not the caller's reason");
    expectEqual(
      made.map(({ signal }) => signal.aborted),
      [true],
      "the request's signal",
    );
    expectEqual((await api.requests()).length, 0, "the number of requests");
  },

  async "a thousand calls with one signal are ended by it, without a warning, and nothing is sent after its time"(
    context,
  ) {
    const controller = new AbortController();
    const fetch = () => new Promise<Response>(() => {});
    const client = visitorsClient(context, { baseUrl: context.origin }, { fetch });
    const calls = Array.from({ length: 1000 }, () =>
      reasonOf(client.updateVisitor(request, { signal: controller.signal })),
    );
    controller.abort();
    const reasons = await Promise.all(calls);
    expect(
      reasons.every((reason) => reason === controller.signal.reason),
      "Not all have the signal's reason",
    );
    expect(!context.warnings?.includes("MaxListenersExceededWarning"), "It warned of a leak");

    let sent = 0;
    const slow = visitorsClient(
      context,
      { baseUrl: context.origin },
      {
        token: () => pause(100).then(() => "late"),
        timeout: 10,
        retries: 0,
        fetch: async () => {
          sent++;
          return Response.json({});
        },
      },
    );
    const error = await rejection(slow.updateVisitor(request), context.client.TimeoutError);
    await pause(150);
    expectEqual([error.attempts, sent], [0, 0], "the number of requests");
  },

  async "timeout: false is none, and a mistake in an option is a TypeError that names it"(context) {
    const api = await scriptedApi(context, success);
    const client = visitorsClient(context, { baseUrl: api.baseUrl }, { timeout: false });
    expectEqual(await client.updateVisitor(request), visitor, "the result");
    const error = await rejection(client.updateVisitor(request, { timeout: -1 }), TypeError);
    expect(error.message.includes("timeout"), error.message);
  },
};

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function nameOf(error: unknown): unknown {
  return error instanceof Error ? error.name : undefined;
}
