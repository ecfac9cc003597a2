import type { Check } from "../check.ts";
import { expect, expectEqual, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { request, success, visitor, visitorsClient } from "../visitors.ts";

export const connections: Readonly<Record<string, Check>> = {
  async "a connection that is reset is a ConnectionError, with the platform's own error as its cause"(
    context,
  ) {
    const api = await scriptedApi(context, { fault: "reset" });

    const error = await rejection(
      visitorsClient(context, api, { retries: 0 }).updateVisitor(request),
      context.client.ConnectionError,
    );

    const { name, operation, method, url, attempts } = error;
    expectEqual(
      { name, operation, method, url, attempts },
      {
        name: "ConnectionError",
        operation: "updateVisitor",
        method: "PUT",
        url: `${api.baseUrl}/visitors`,
        attempts: 1,
      },
      "what the error tells",
    );
    expect(error.cause instanceof Error, "Its cause is not an error");
  },

  async "a connection that ends within the body is a ConnectionError"(context) {
    const api = await scriptedApi(context, { fault: "cut" });

    await rejection(
      visitorsClient(context, api, { retries: 0 }).updateVisitor(request),
      context.client.ConnectionError,
    );
  },

  async "nobody listening is a ConnectionError"(context) {
    const baseUrl = await (await fetch(`${context.origin}/nobody`)).text();
    const client = visitorsClient(context, { baseUrl }, { retries: 0 });

    await rejection(client.updateVisitor(request), context.client.ConnectionError);
  },

  async "a connection that fails is tried again, with the whole body"(context) {
    const api = await scriptedApi(context, { fault: "reset" }, { fault: "cut" }, success);

    expectEqual(await visitorsClient(context, api).updateVisitor(request), visitor, "the result");

    for (const { body } of await api.requests()) expectEqual(JSON.parse(body), request, "the body");
  },
};
