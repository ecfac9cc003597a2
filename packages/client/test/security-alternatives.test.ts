import { describe, expect, test } from "vitest";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { get, key, requestOf, schemes } from "./security.ts";
import { reply, serve } from "./server.ts";

const success = reply(200, {});

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

  describe.each([
    ["none among them", []],
    ["one among them that the client does not know", ["mutualTls"]],
  ])("alternatives, %s", (_, other) => {
    test.each([
      ["first", [other, ["inBearer"], ["inBasic"]]],
      ["last", [["inBearer"], ["inBasic"], other]],
    ])(
      "%s: a credential is sent when there is one, and otherwise the request goes without",
      async (_, security) => {
        const login = { username: "u", password: "p" };
        const sent = async (options: object) => (await requestOf(security, options)).headers.authorization;
        expect(await sent({ token: "t" })).toBe("Bearer t");
        expect(await sent({ token: "t", login })).toBe("Bearer t");
        expect(await sent({ login })).toMatch(/^Basic /);
        expect(await sent({ token: () => undefined, login })).toMatch(/^Basic /);
        expect(await sent({})).toBeUndefined();
        expect(await sent({ token: async () => undefined })).toBeUndefined();
      },
    );
  });

  test("together, with one that the client does not know: what it knows is sent, and has to be there", async () => {
    const security = [["mutualTls", "inBearer"]];
    expect((await requestOf(security, { token: "t" })).headers.authorization).toBe("Bearer t");
    const error = await rejection(requestOf(security, {}), TypeError);
    expect(error.message).toBe("No credential: set token");
  });

  test("a function that gives undefined is as good as none", async () => {
    const error = await rejection(requestOf(either, { token: () => undefined }), TypeError);
    expect(error.message).toBe("No credential: set token or headerKey");
  });

  test("a function is asked when what it gives is of use, and only then", async () => {
    const asked: string[] = [];
    const ask = (name: string, secret?: string) => () => {
      asked.push(name);
      return secret;
    };
    const security = [["inBearer", "inHeader"], ["inCookie", "inQuery"], ["inHeader"]];
    await requestOf(security, {
      token: ask("token", "t"),
      cookieKey: ask("cookie"),
      queryKey: ask("query"),
      headerKey: key,
    });
    expect(asked.splice(0)).toEqual(["token"]);
    await requestOf(security, { token: ask("token"), cookieKey: ask("cookie", "c"), headerKey: key });
    expect(asked.splice(0)).toEqual(["token"]);
    await rejection(requestOf(security, { token: ask("token"), queryKey: ask("query") }), TypeError);
    expect(asked.splice(0)).toEqual([]);
    await requestOf([[]], { token: ask("token") });
    expect(asked).toEqual([]);
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
