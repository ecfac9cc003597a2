import type { Check } from "../check.ts";
import { expect, expectEqual, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { errorList, request, success, visitor, visitorsClient } from "../visitors.ts";

const notFound = errorList("not_found", "Visitor Not Found");

export const responses: Readonly<Record<string, Check>> = {
  async "middleware may hand on a response made of the one it got, and read that as a stream"(context) {
    const api = await scriptedApi(context, success);
    const client = visitorsClient(context, api);
    const seen: unknown[] = [];
    client.use({
      async onResponse({ response }) {
        seen.push(response instanceof Response, response.bodyUsed, response.url);
        const [first, second] = response.body?.tee() ?? [];
        seen.push(await new Response(first).json());
        return new Response(second ?? null, response);
      },
    });

    expectEqual(await client.updateVisitor(request), visitor, "the result");
    expectEqual((await client.PUT("/visitors", { body: request })).data, visitor, "the data of the verb");
    const each = [true, false, `${api.baseUrl}/visitors`, visitor];
    expectEqual(seen, [...each, ...each], "what middleware saw");
  },

  async "withResponse gives the data, a response that can be read, and the id of the request"(context) {
    const headers = { "X-Request-Id": "r-1" };
    const api = await scriptedApi(context, { ...success, headers }, { status: 404, headers, body: {} });
    const client = visitorsClient(context, api);

    const { data, response, requestId } = await client.updateVisitor(request).withResponse();
    const error = await rejection(client.updateVisitor(request).withResponse(), context.client.NotFoundError);

    expectEqual([data, await response.json()], [visitor, visitor], "the data");
    expectEqual([response.status, requestId, error.requestId], [200, "r-1", "r-1"], "what came with them");
  },

  async "an error status whose body is cut, or does not end, is still that error"(context) {
    for (const fault of ["cut", "stall"] as const) {
      const api = await scriptedApi(context, { status: 404, body: notFound, fault });
      // A platform that reads the end of a connection together with the headers may not give these: then there is another attempt.
      const client = visitorsClient(context, api, { timeout: 1000, retries: 10 });

      const error = await rejection(client.updateVisitor(request), context.client.NotFoundError);

      expectEqual([error.status, error.body], [404, undefined], fault);
    }
  },

  async "an error in a log is short and has no cookie, and its body and headers can be read"(context) {
    const page = `<html>${"long ".repeat(60_000)}`;
    const headers = { "X-Session": "c2VjcmV0", "Content-Type": "text/html" };
    const api = await scriptedApi(context, { status: 504, headers, body: page });

    const error = await rejection(
      visitorsClient(context, api, { retries: 0 }).updateVisitor(request),
      context.client.ApiError,
    );

    const logged = context.inspect?.(error) ?? JSON.stringify({ ...error });
    expect(logged.length < 3000, `It has ${logged.length} characters`);
    expect(!logged.includes("c2VjcmV0"), "It has a header");
    expectEqual([error.body, error.headers.get("x-session")], [page, "c2VjcmV0"], "what can be read");
  },
};
