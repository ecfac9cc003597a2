import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient, servers } from "./notes/generated/index.ts";
import { errorList, note, notesClient, request, token } from "./notes.ts";
import { reply, serve } from "./server.ts";

describe("a method", () => {
  test("sends the operation's method, path and JSON body, with the credential", async () => {
    const server = await serve(reply(200, note));
    await notesClient(server).updateNote(request);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: "PUT",
      url: "/notes",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(request);
  });

  test("returns the response's body whole, with properties that nobody described", async () => {
    const body = { ...note, added_next_year: { deep: [1, null, "ü"] }, __proto__x: 1 };
    const server = await serve(reply(200, body));
    expect(await notesClient(server).updateNote(request)).toEqual(body);
  });

  test("sends every value that JSON has, as it is", async () => {
    const server = await serve(reply(200, note));
    const input = {
      id: 'ü \u2028 \ud83d\ude00 "\\/',
      name: "",
      labels: { paid: false, spend: 155.5, none: 0, stage: "invited", constructor: "a name" },
    };
    await notesClient(server).updateNote(input);
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(input);
  });

  test("can be called many times at once", async () => {
    const server = await serve(reply(200, note));
    const client = notesClient(server);
    const names = Array.from({ length: 50 }, (_, index) => `note ${index}`);
    await Promise.all(names.map((name) => client.updateNote({ id: "1", name })));
    expect(server.requests.map(({ body }) => JSON.parse(body).name).sort()).toEqual(names.sort());
  });

  test("can be taken from the client and called by itself", async () => {
    const server = await serve(reply(200, note));
    const { updateNote } = notesClient(server);
    expect(await updateNote(request)).toEqual(note);
  });
});

describe("the verbs", () => {
  test("return data and the response of a success", async () => {
    const server = await serve(reply(200, note, { "X-Served-By": "test" }));
    const { data, error, response } = await notesClient(server).PUT("/notes", { body: request });
    expect(data).toEqual(note);
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-served-by")).toBe("test");
    expect(server.requests[0]).toMatchObject({
      method: "PUT",
      url: "/notes",
      body: JSON.stringify(request),
    });
  });

  test.each([400, 401, 404, 418])("return the error of a %i instead of throwing it", async (status) => {
    const body = errorList("a_code", "A message");
    const server = await serve(reply(status, body));
    const { data, error, response } = await notesClient(server).PUT("/notes", { body: request });
    expect(data).toBeUndefined();
    expect(error).toEqual(body);
    expect(response.status).toBe(status);
  });

  test("return a response whose body can still be read", async () => {
    const server = await serve(reply(200, note));
    const { response } = await notesClient(server).PUT("/notes", { body: request });
    expect(await response.json()).toEqual(note);
    expect(JSON.parse(await response.text())).toEqual(note);
  });

  test("send the headers and the credential that methods send", async () => {
    const server = await serve(reply(200, note));
    const client = notesClient(server);
    await client.updateNote(request);
    await client.PUT("/notes", { body: request });
    await client.request("put", "/notes", { body: request });
    const [method, ...verbs] = server.requests;
    for (const verb of verbs) expect(verb).toEqual(method);
    expect(verbs).toHaveLength(2);
  });

  test("take a header parameter where openapi-fetch has it", async () => {
    const server = await serve(reply(200, note));
    await notesClient(server).PUT("/notes", {
      body: request,
      params: { header: { "Notes-Version": "1.1" } },
    });
    expect(server.requests[0]?.headers["notes-version"]).toBe("1.1");
  });
});

describe("headers", () => {
  const version = { "Notes-Version": "1.1" } as const;

  test.each([
    ["the description's default, when nobody says otherwise", {}, {}, "1.2"],
    ["the client's in place of the description's", version, {}, "1.1"],
    ["the call's in place of the description's", {}, version, "1.1"],
    ["the call's in place of the client's", { "notes-version": "1.0" }, version, "1.1"],
    ["none, when the client removes it", { "Notes-Version": null }, {}, undefined],
    ["none, when the call removes it", {}, { "Notes-Version": null }, undefined],
    ["none, when the call removes the client's", version, { "Notes-Version": null }, undefined],
    ["the call's in place of one that the client removes", { "Notes-Version": null }, version, "1.1"],
    ["the default, when both are undefined", { "Notes-Version": undefined }, {}, "1.2"],
  ])("are %s", async (_, ofClient, ofCall, expected) => {
    const server = await serve(reply(200, note));
    const client = notesClient(server, { headers: ofClient });
    await client.updateNote(request, { headers: ofCall });
    expect(server.requests[0]?.headers["notes-version"]).toBe(expected);
  });

  test.each([
    ["an object", { "X-Trace": "a" }],
    ["a Headers object", new Headers({ "X-Trace": "a" })],
    ["a list of pairs", [["X-Trace", "a"]] satisfies [string, string][]],
  ])("are taken as %s", async (_, headers) => {
    const server = await serve(reply(200, note));
    await notesClient(server, { headers }).updateNote(request);
    expect(server.requests[0]?.headers["x-trace"]).toBe("a");
  });

  test("are one, with commas between its items, when a value is a list", async () => {
    const server = await serve(reply(200, note));
    await notesClient(server, { headers: { "X-Trace": ["a", 2, true] } }).updateNote(request);
    expect(server.requests[0]?.headers["x-trace"]).toBe("a,2,true");
  });

  test("name the client as the User-Agent, unless another is given", async () => {
    const server = await serve(reply(200, note));
    const client = notesClient(server);
    await client.updateNote(request);
    await client.updateNote(request, { headers: { "User-Agent": "my-program/1.0" } });
    expect(server.requests[0]?.headers["user-agent"]).toContain("Notes-API-client/");
    expect(server.requests[1]?.headers["user-agent"]).toBe("my-program/1.0");
  });
});

describe("the base URL", () => {
  test.each([
    ["", "/notes"],
    ["/", "/notes"],
    ["/proxy", "/proxy/notes"],
    ["/proxy/", "/proxy/notes"],
    ["/a%20b/c", "/a%20b/c/notes"],
  ])("may end in %j", async (end, path) => {
    const server = await serve(reply(200, note));
    await notesClient({ url: server.url + end }).updateNote(request);
    expect(server.requests[0]?.url).toBe(path);
  });

  test("is the description's first server, when none is given", async () => {
    const urls: string[] = [];
    const client = createClient({
      token,
      fetch: async ({ url }) => {
        urls.push(url);
        return Response.json(note);
      },
    });
    await client.updateNote(request);
    expect(urls).toEqual([`${servers[0]}/notes`]);
    await createClient({
      token,
      baseUrl: undefined,
      fetch: async () => Response.json(note),
    }).updateNote(request);
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
        return Response.json(note);
      },
    });
    expect(await client.updateNote(request)).toEqual(note);
    const [made] = seen;
    expect(made).toBeInstanceOf(Request);
    expect(made?.method).toBe("PUT");
    expect(made?.url).toBe("https://api.example.test/notes");
    expect(made?.headers.get("authorization")).toBe(`Bearer ${token}`);
    expect(await made?.json()).toEqual(request);
  });

  test("is the platform's at the time of the call, so that it can be replaced after the client is made", async () => {
    const client = createClient({ token, baseUrl: "https://api.example.test" });
    const fetch = vi.fn(async () => Response.json(note));
    vi.stubGlobal("fetch", fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await client.updateNote(request)).toEqual(note);
    expect(fetch).toHaveBeenCalledOnce();
  });
});
