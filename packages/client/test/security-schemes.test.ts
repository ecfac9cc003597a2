import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError } from "../src/index.ts";
import {
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type Description,
} from "../src/runtime/index.ts";
import { otherClient } from "./other-api.ts";
import { reply, reset, serve } from "./server.ts";
import { rejection } from "./visitors.ts";

const schemes = {
  inHeader: apiKeyHeader("headerKey", "X-Api-Key"),
  inQuery: apiKeyQuery("queryKey", "api key"),
  inCookie: apiKeyCookie("cookieKey", "session"),
  inBasic: basic("login"),
  inBearer: bearer("token"),
};
const key = "c2Vj cmV0&=/";
const success = reply(200, {});
const get = { method: "GET", path: "/things" };

/** The only request of a call that needs this security, made with these options. */
async function requestOf(security: Description["security"], options: object, input: object = {}) {
  const server = await serve(success);
  const client = otherClient(server, { get: { ...get, security } }, { ...options, description: { schemes } });
  await client.get(input);
  expect(server.requests).toHaveLength(1);
  // Just counted.
  return server.requests[0] as (typeof server.requests)[number];
}

describe("an API key is sent", () => {
  test("in its header", async () => {
    const { headers } = await requestOf([["inHeader"]], { headerKey: key });
    expect(headers["x-api-key"]).toBe(key);
  });

  test("in its query parameter, encoded, after those of the input", async () => {
    const parameter = "api%20key=c2Vj%20cmV0%26%3D%2F";
    expect((await requestOf([["inQuery"]], { queryKey: key })).url).toBe(`/things?${parameter}`);
    expect((await requestOf([["inQuery"]], { queryKey: key }, { page: 2 })).url).toBe(
      `/things?page=2&${parameter}`,
    );
  });

  test("in its cookie, encoded, beside other cookies", async () => {
    const { headers } = await requestOf([["inCookie"]], {
      cookieKey: key,
      headers: { Cookie: "theme=dark" },
    });
    expect(headers.cookie).toBe("theme=dark; session=c2Vj%20cmV0%26%3D%2F");
  });

  test("in place of a header that has its name", async () => {
    const { headers } = await requestOf([["inHeader"]], {
      headerKey: key,
      headers: { "x-api-key": "another" },
    });
    expect(headers["x-api-key"]).toBe(key);
  });
});

describe("a user name and password", () => {
  const login = { username: "Zoë", password: "pass:wörd €" };
  const expected = `Basic ${Buffer.from("Zoë:pass:wörd €").toString("base64")}`;

  test.each([
    ["an object", login],
    ["a function", () => login],
    ["an async function", async () => login],
  ])("are sent in UTF-8, given as %s", async (_, given) => {
    expect((await requestOf([["inBasic"]], { login: given })).headers.authorization).toBe(expected);
  });

  test("are asked for again after a 401, and sent if they are others", async () => {
    const server = await serve(reply(401, ""), success);
    const logins = [login, { ...login, password: "new" }];
    const client = otherClient(
      server,
      { get: { ...get, security: [["inBasic"]] } },
      { login: () => logins.shift(), description: { schemes } },
    );
    await client.get();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      expected,
      `Basic ${Buffer.from("Zoë:new").toString("base64")}`,
    ]);
  });
});

describe("where a description names several", () => {
  const either = [["inBearer"], ["inHeader"]];
  const both = [["inBearer", "inHeader"]];

  test("alternatives: the first that there is a credential for is sent, and it alone", async () => {
    const first = await requestOf(either, { token: "t", headerKey: key });
    expect([first.headers.authorization, first.headers["x-api-key"]]).toEqual(["Bearer t", undefined]);
    const second = await requestOf(either, { token: () => "", headerKey: key });
    expect([second.headers.authorization, second.headers["x-api-key"]]).toEqual([undefined, key]);
  });

  test("together: all are sent", async () => {
    const { headers } = await requestOf(both, { token: "t", headerKey: key });
    expect([headers.authorization, headers["x-api-key"]]).toEqual(["Bearer t", key]);
  });

  test.each([
    ["alternatives", either, {}, ["token", "headerKey"]],
    ["together, of which one is there", both, { token: "t" }, ["headerKey"]],
  ])(
    "%s: without a credential there is no request, and the error names the options",
    async (_, security, options, named) => {
      const server = await serve(success);
      const client = otherClient(
        server,
        { get: { ...get, security } },
        { ...options, description: { schemes } },
      );
      const error = await rejection(client.get(), TypeError);
      for (const option of named) expect(error.message).toContain(option);
      expect(server.requests).toHaveLength(0);
    },
  );

  test("none among them: a request is made without a credential when there is none, and with it when there is", async () => {
    expect((await requestOf([["inBearer"], []], {})).headers.authorization).toBeUndefined();
    expect((await requestOf([["inBearer"], []], { token: "t" })).headers.authorization).toBe("Bearer t");
  });

  test("an operation that needs none gets none", async () => {
    const description = { schemes, security: [["inBearer"]] };
    const server = await serve(success);
    const client = otherClient(
      server,
      { closed: get, open: { ...get, path: "/open", security: [[]] } },
      { token: "t", description },
    );
    await client.open();
    await client.closed();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, "Bearer t"]);
  });

  test("an operation that needs none may go over plain http", async () => {
    const description = { schemes, baseUrl: "http://api.example.test" };
    const client = otherClient(
      { url: "" },
      { get },
      { token: "t", description, fetch: async () => Response.json({}) },
    );
    expect(await client.get()).toEqual({});
  });
});

describe("a credential is not shown", () => {
  const secrets = {
    headerKey: "secret-1",
    queryKey: "secret-2",
    cookieKey: "secret-3",
    login: { username: "u", password: "secret-4" },
  };
  const security = [["inHeader", "inQuery", "inCookie", "inBasic"]];

  test.each([
    ["an ApiError", reply(404, ""), ApiError],
    ["a ConnectionError", reset, ConnectionError],
  ])("by %s, whichever way it was sent", async (_, answer, type: new (...parameters: never[]) => Error) => {
    const server = await serve(answer);
    const client = otherClient(
      server,
      { get: { ...get, security } },
      { ...secrets, retries: 0, description: { schemes } },
    );
    const error = await rejection(client.get({ page: 2 }), type);
    if (type === ApiError) expect(server.requests[0]?.url).toContain("secret-2");
    const printed = `${error.stack}${JSON.stringify(error)}${inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })}`;
    expect(printed).not.toContain("secret");
    expect(printed).not.toContain(Buffer.from("u:secret-4").toString("base64"));
    expect(error).toMatchObject({ url: `${server.url}/things` });
    expect(inspect(client, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain("secret");
  });

  test("to another origin that the API redirects to, whichever way it was sent", async () => {
    const other = await serve(success);
    const server = await serve(reply(307, undefined, { Location: `${other.url}/things` }));
    const client = otherClient(
      server,
      { get: { ...get, security } },
      { ...secrets, description: { schemes } },
    );
    await client.get().catch(() => {});
    expect(JSON.stringify(server.requests)).toContain("secret-1");
    expect(JSON.stringify(other.requests)).not.toMatch(/secret|"authorization"/);
  });

  test("to anyone that the API redirects to, when it is in a header that platforms would take along", async () => {
    const server = await serve(reply(307, undefined, { Location: "/elsewhere" }));
    const client = otherClient(
      server,
      { get: { ...get, security: [["inHeader"]] } },
      { ...secrets, description: { schemes } },
    );
    expect(await rejection(client.get(), ApiError)).toMatchObject({ status: 307, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test("while the API's own origin gets one that it redirects to itself", async () => {
    const server = await serve(reply(307, undefined, { Location: "/elsewhere" }), success);
    const client = otherClient(
      server,
      { get: { ...get, security: [["inBasic"]] } },
      { ...secrets, description: { schemes } },
    );
    await client.get();
    expect(server.requests[1]?.url).toBe("/elsewhere");
    expect(server.requests[1]?.headers.authorization).toMatch(/^Basic /);
  });
});
