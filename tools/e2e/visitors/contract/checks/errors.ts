import type { Check } from "../check.ts";
import { expect, expectEqual, rejection } from "../expect.ts";
import { scriptedApi } from "../scripted.ts";
import { errorList, request, visitorsClient } from "../visitors.ts";

export const errors: Readonly<Record<string, Check>> = {
  async "a documented status is thrown as its own class, with the parsed body"(context) {
    const { ApiError, CallError, NotFoundError, UnauthorizedError, isApiError } = context.client;
    const documented = [
      [401, UnauthorizedError, "UnauthorizedError", errorList("unauthorized", "Access Token Invalid")],
      [404, NotFoundError, "NotFoundError", errorList("not_found", "Visitor Not Found")],
    ] as const;
    for (const [status, type, name, body] of documented) {
      const api = await scriptedApi(context, { status, headers: { "X-Served-By": "a test" }, body });

      const error = await rejection(visitorsClient(context, api).updateVisitor(request), ApiError);

      expect(error instanceof type && error instanceof CallError, `It is not a ${name} and a CallError`);
      expect(isApiError(error, "updateVisitor"), "isApiError does not know it");
      expectEqual(error.name, name, "the name");
      expectEqual(error.body, body, "the body");
      expectEqual(error.requestId, body.request_id, "the request id");
      expectEqual(error.headers.get("x-served-by"), "a test", "the headers");
      const { operation, method, url, attempts } = error;
      expectEqual(
        { operation, method, url, attempts, status: error.status },
        { operation: "updateVisitor", method: "PUT", url: `${api.baseUrl}/visitors`, attempts: 1, status },
        "what the error tells",
      );
      expect(error.message.includes("updateVisitor") && error.message.includes(`${status}`), error.message);
    }
  },

  async "any other status is thrown as an ApiError, with a body that is not JSON as text"(context) {
    const api = await scriptedApi(context, { status: 418, body: "short and stout" });

    const error = await rejection(
      visitorsClient(context, api).updateVisitor(request),
      context.client.ApiError,
    );

    expectEqual([error.name, error.status, error.body], ["ApiError", 418, "short and stout"], "the error");
  },

  async "openapi-fetch's method returns the error instead"(context) {
    const body = errorList("not_found", "Visitor Not Found");
    const api = await scriptedApi(context, { status: 404, body });

    const { data, error, response } = await visitorsClient(context, api).PUT("/visitors", { body: request });

    expectEqual(data, undefined, "the data");
    expectEqual(error, body, "the error");
    expectEqual(response.status, 404, "the status");
  },

  async "a success that is HTML is thrown as a ResponseParseError, with how it begins"(context) {
    const page = `<!doctype html><title>Sign in to the network</title>${" ".repeat(1000)}`;
    const api = await scriptedApi(context, { headers: { "Content-Type": "text/html" }, body: page });

    const error = await rejection(
      visitorsClient(context, api).updateVisitor(request),
      context.client.ResponseParseError,
    );

    expectEqual([error.name, error.status], ["ResponseParseError", 200], "the error");
    expectEqual(error.excerpt, page.slice(0, 200), "the excerpt");
    expect(error.cause instanceof SyntaxError, "Its cause is not the parser's");
  },

  async "a success without a body, or with half of one, is thrown as a ResponseParseError"(context) {
    for (const body of ["", '{"type":"visitor","id":"660']) {
      const api = await scriptedApi(context, { headers: { "Content-Type": "application/json" }, body });

      const error = await rejection(
        visitorsClient(context, api).updateVisitor(request),
        context.client.ResponseParseError,
      );

      expectEqual(error.excerpt, body, "the excerpt");
    }
  },
};
