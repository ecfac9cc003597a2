import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient, servers } from "../src/index.ts";
import { reply, serve } from "./server.ts";
import { errorList, request, token, visitor, visitorsClient } from "./visitors.ts";

describe("a method", () => {
  test("sends the operation's method, path and JSON body, with the credential", async () => {
    const server = await serve(reply(200, visitor));
    await visitorsClient(server).updateVisitor(request);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: "PUT",
      url: "/visitors",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(request);
  });

  test("returns the response's body whole, with properties that nobody described", async () => {
    const body = { ...visitor, added_next_year: { deep: [1, null, "ü"] }, __proto__x: 1 };
    const server = await serve(reply(200, body));
    expect(await visitorsClient(server).updateVisitor(request)).toEqual(body);
  });

  test("sends every value that JSON has, as it is", async () => {
    const server = await serve(reply(200, visitor));
    const input = {
      id: 'ü \u2028 \ud83d\ude00 "\\/',
      name: "",
      custom_attributes: { paid: false, spend: 155.5, none: 0, stage: "invited", constructor: "a name" },
    };
    await visitorsClient(server).updateVisitor(input);
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(input);
  });

  test("can be called many times at once", async () => {
    const server = await serve(reply(200, visitor));
    const client = visitorsClient(server);
    const names = Array.from({ length: 50 }, (_, index) => `visitor ${index}`);
    await Promise.all(names.map((name) => client.updateVisitor({ id: "1", name })));
    expect(server.requests.map(({ body }) => JSON.parse(body).name).sort()).toEqual(names.sort());
  });

  test("can be taken from the client and called by itself", async () => {
    const server = await serve(reply(200, visitor));
    const { updateVisitor } = visitorsClient(server);
    expect(await updateVisitor(request)).toEqual(visitor);
  });
});

describe("the verbs", () => {
  test("return data and the response of a success", async () => {
    const server = await serve(reply(200, visitor, { "X-Served-By": "test" }));
    const { data, error, response } = await visitorsClient(server).PUT("/visitors", { body: request });
    expect(data).toEqual(visitor);
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-served-by")).toBe("test");
    expect(server.requests[0]).toMatchObject({
      method: "PUT",
      url: "/visitors",
      body: JSON.stringify(request),
    });
  });

  test.each([400, 401, 404, 418])("return the error of a %i instead of throwing it", async (status) => {
    const body = errorList("a_code", "A message");
    const server = await serve(reply(status, body));
    const { data, error, response } = await visitorsClient(server).PUT("/visitors", { body: request });
    expect(data).toBeUndefined();
    expect(error).toEqual(body);
    expect(response.status).toBe(status);
  });

  test("return a response whose body can still be read", async () => {
    const server = await serve(reply(200, visitor));
    const { response } = await visitorsClient(server).PUT("/visitors", { body: request });
    expect(await response.json()).toEqual(visitor);
    expect(JSON.parse(await response.text())).toEqual(visitor);
  });

  test("send the headers and the credential that methods send", async () => {
    const server = await serve(reply(200, visitor));
    const client = visitorsClient(server);
    await client.updateVisitor(request);
    await client.PUT("/visitors", { body: request });
    await client.request("put", "/visitors", { body: request });
    const [method, ...verbs] = server.requests;
    for (const verb of verbs) expect(verb).toEqual(method);
    expect(verbs).toHaveLength(2);
  });

  test("take a header parameter where openapi-fetch has it", async () => {
    const server = await serve(reply(200, visitor));
    await visitorsClient(server).PUT("/visitors", {
      body: request,
      params: { header: { "Intercom-Version": "2.9" } },
    });
    expect(server.requests[0]?.headers["intercom-version"]).toBe("2.9");
  });
});

describe("headers", () => {
  const version = { "Intercom-Version": "2.9" } as const;

  test.each([
    ["the description's default, when nobody says otherwise", {}, {}, "2.10"],
    ["the client's in place of the description's", version, {}, "2.9"],
    ["the call's in place of the description's", {}, version, "2.9"],
    ["the call's in place of the client's", { "intercom-version": "2.8" }, version, "2.9"],
    ["none, when the client removes it", { "Intercom-Version": null }, {}, undefined],
    ["none, when the call removes it", {}, { "Intercom-Version": null }, undefined],
    ["none, when the call removes the client's", version, { "Intercom-Version": null }, undefined],
    ["the call's in place of one that the client removes", { "Intercom-Version": null }, version, "2.9"],
    ["the default, when both are undefined", { "Intercom-Version": undefined }, {}, "2.10"],
  ])("are %s", async (_, ofClient, ofCall, expected) => {
    const server = await serve(reply(200, visitor));
    const client = visitorsClient(server, { headers: ofClient });
    await client.updateVisitor(request, { headers: ofCall });
    expect(server.requests[0]?.headers["intercom-version"]).toBe(expected);
  });

  test.each([
    ["an object", { "X-Trace": "a" }],
    ["a Headers object", new Headers({ "X-Trace": "a" })],
    ["a list of pairs", [["X-Trace", "a"]] satisfies [string, string][]],
  ])("are taken as %s", async (_, headers) => {
    const server = await serve(reply(200, visitor));
    await visitorsClient(server, { headers }).updateVisitor(request);
    expect(server.requests[0]?.headers["x-trace"]).toBe("a");
  });

  test("are one, with commas between its items, when a value is a list", async () => {
    const server = await serve(reply(200, visitor));
    await visitorsClient(server, { headers: { "X-Trace": ["a", 2, true] } }).updateVisitor(request);
    expect(server.requests[0]?.headers["x-trace"]).toBe("a,2,true");
  });

  test("name the client as the User-Agent, unless another is given", async () => {
    const server = await serve(reply(200, visitor));
    const client = visitorsClient(server);
    await client.updateVisitor(request);
    await client.updateVisitor(request, { headers: { "User-Agent": "my-program/1.0" } });
    expect(server.requests[0]?.headers["user-agent"]).toContain("Intercom-Visitors-API-client/");
    expect(server.requests[1]?.headers["user-agent"]).toBe("my-program/1.0");
  });
});

describe("the base URL", () => {
  test.each([
    ["", "/visitors"],
    ["/", "/visitors"],
    ["/proxy", "/proxy/visitors"],
    ["/proxy/", "/proxy/visitors"],
    ["/a%20b/c", "/a%20b/c/visitors"],
  ])("may end in %j", async (end, path) => {
    const server = await serve(reply(200, visitor));
    await visitorsClient({ url: server.url + end }).updateVisitor(request);
    expect(server.requests[0]?.url).toBe(path);
  });

  test("is the description's first server, when none is given", async () => {
    const urls: string[] = [];
    const client = createClient({
      token,
      fetch: async ({ url }) => {
        urls.push(url);
        return Response.json(visitor);
      },
    });
    await client.updateVisitor(request);
    expect(urls).toEqual([`${servers[0]}/visitors`]);
    await createClient({
      token,
      baseUrl: undefined,
      fetch: async () => Response.json(visitor),
    }).updateVisitor(request);
  });
});

describe("fetch", () => {
  test("can be replaced, and gets a platform's Request", async () => {
    const seen: Request[] = [];
    const client = createClient({
      token,
      baseUrl: "https://api.example.test",
      fetch: async (made) => {
        seen.push(made);
        return Response.json(visitor);
      },
    });
    expect(await client.updateVisitor(request)).toEqual(visitor);
    const [made] = seen;
    expect(made).toBeInstanceOf(Request);
    expect(made?.method).toBe("PUT");
    expect(made?.url).toBe("https://api.example.test/visitors");
    expect(made?.headers.get("authorization")).toBe(`Bearer ${token}`);
    expect(await made?.json()).toEqual(request);
  });

  test("is the platform's at the time of the call, so that it can be replaced after the client is made", async () => {
    const client = createClient({ token, baseUrl: "https://api.example.test" });
    const fetch = vi.fn(async () => Response.json(visitor));
    vi.stubGlobal("fetch", fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await client.updateVisitor(request)).toEqual(visitor);
    expect(fetch).toHaveBeenCalledOnce();
  });
});
