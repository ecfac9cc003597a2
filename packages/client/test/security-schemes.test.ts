import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError } from "../src/index.ts";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { get, key, requestOf, schemes } from "./security.ts";
import { reply, reset, serve } from "./server.ts";

const success = reply(200, {});

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
