import type { Check } from "../check.ts";
import { expect, expectEqual, reasonOf, rejection } from "../expect.ts";
import { reveals } from "../reveals.ts";
import { scriptedApi } from "../scripted.ts";
import { errorList, request, success, token, visitor, visitorsClient } from "../visitors.ts";

const unauthorized = { status: 401, body: errorList("unauthorized", "Access Token Invalid") };

export const credentials: Readonly<Record<string, Check>> = {
  async "the token is sent as Authorization, and nowhere else"(context) {
    const api = await scriptedApi(context, success);

    await visitorsClient(context, api).updateVisitor(request);

    const { headers, ...rest } = await api.lastRequest();
    const { authorization, ...others } = headers;
    expectEqual(authorization, `Bearer ${token}`, "the header");
    expect(!reveals({ rest, others }, token), "The token is sent in another place too");
  },

  async "a 401 makes the client ask for another token, and repeat the call with that"(context) {
    const api = await scriptedApi(context, unauthorized, success);
    const tokens = ["expired", "renewed"];
    const client = visitorsClient(context, api, { token: async () => tokens.shift() ?? "", retries: 0 });

    expectEqual(await client.updateVisitor(request), visitor, "the result");

    const requests = await api.requests();
    expectEqual(
      requests.map(({ headers, body }) => [headers["authorization"], JSON.parse(body)]),
      [
        ["Bearer expired", request],
        ["Bearer renewed", request],
      ],
      "the requests",
    );
  },

  async "a 401 is thrown when there is no other token"(context) {
    const api = await scriptedApi(context, unauthorized);

    const client = visitorsClient(context, api, { token: () => token });
    await rejection(client.updateVisitor(request), context.client.UnauthorizedError);

    expectEqual((await api.requests()).length, 1, "the number of requests");
  },

  async "no request is made without a token"(context) {
    const api = await scriptedApi(context, success);

    await rejection(visitorsClient(context, api, { token: "" }).updateVisitor(request), TypeError);

    expectEqual(await api.requests(), [], "the requests");
  },

  async "the token does not go over plain http to another machine"(context) {
    const sent: Request[] = [];
    const options = {
      fetch: async (made: Request) => {
        sent.push(made);
        return Response.json({});
      },
    };
    const client = visitorsClient(context, { baseUrl: "http://api.example" }, options);

    await rejection(client.updateVisitor(request), TypeError);

    expectEqual(sent.length, 0, "the number of requests");
  },

  async "the token does not follow a redirect to another origin"(context) {
    const away = { status: 307, headers: { Location: "{elsewhere}/visitors" } };
    const api = await scriptedApi(context, away, success);

    expectEqual(await visitorsClient(context, api).updateVisitor(request), visitor, "the result");

    const [first, second, ...others] = await api.requests();
    expect(first?.host !== second?.host, "The redirect leads to the same origin");
    expectEqual(first?.headers["authorization"], `Bearer ${token}`, "the header at first");
    expectEqual(second?.headers["authorization"], undefined, "the header at the other origin");
    expectEqual(JSON.parse(second?.body ?? "null"), request, "the body at the other origin");
    expectEqual(others, [], "further requests");
  },

  async "a token that no header can hold is refused without being shown"(context) {
    const api = await scriptedApi(context, success);
    const broken = `${token}\r\nX-Injected: 1`;

    const error = await rejection(
      visitorsClient(context, api, { token: broken }).updateVisitor(request),
      TypeError,
    );

    expect(!reveals(error, token), "The error shows the token");
    expectEqual(await api.requests(), [], "the requests");
  },

  async "no error shows the token, however it is printed; nor does the client"(context) {
    const { ApiError, ConnectionError, ResponseParseError, TimeoutError, UnauthorizedError } = context.client;
    const page = { headers: { "Content-Type": "text/html" }, body: "<html>" };
    const failures = [
      [unauthorized, UnauthorizedError],
      [{ status: 500, body: "down" }, ApiError],
      [page, ResponseParseError],
      [{ fault: "reset" }, ConnectionError],
      [{ fault: "silence" }, TimeoutError],
    ] as const;
    for (const [answer, type] of failures) {
      const api = await scriptedApi(context, answer);
      const timeout = type === TimeoutError ? 100 : 60_000;
      const client = visitorsClient(context, api, { retries: 0, timeout });

      const error = await reasonOf(client.updateVisitor(request));

      expect(error instanceof type, `${String(error)} is not a ${type.name}`);
      for (const value of [error, client]) {
        expect(!reveals(value, token), `${String(value)} holds the token`);
        const printed = [String(value), JSON.stringify(value), context.inspect?.(value)].join("\n");
        expect(!printed.includes(token), `The token is in ${printed}`);
      }
    }
  },
};
