import { describe, expect, test, vi } from "vitest";
import { createClient } from "./notes/generated/index.ts";
import { note, notesClient, rejection, request, token } from "./notes.ts";
import { reply, serve } from "./server.ts";

describe("baseUrl must be an absolute http or https URL", () => {
  test.each([
    "",
    "/api",
    "//api.example.test",
    "api.example.test",
    "api.example.test:8080",
    "ftp://api.example.test",
    "file:///etc",
    "javascript:alert(1)",
    "data:application/json,{}",
    "https://",
    "https://api.example.test:port",
    "https://[::1",
    "https://a b.test",
  ])("%j is refused when the client is made", (baseUrl) => {
    expect(() => createClient({ token, baseUrl })).toThrow(TypeError);
    expect(() => createClient({ token, baseUrl })).toThrow("baseUrl");
  });

  test.each([
    "https://user:secret@api.example.test",
    "https://user@api.example.test",
    "https://api.example.test?key=secret",
    "https://api.example.test/path?key=secret",
    "https://api.example.test#secret",
  ])("%j is refused for the part that no path can follow, and is not repeated", (baseUrl) => {
    expect(() => createClient({ token, baseUrl })).toThrow(TypeError);
    expect(() => createClient({ token, baseUrl })).not.toThrow("secret");
  });

  test.each([
    "https://api.example.test",
    "HTTPS://API.EXAMPLE.TEST",
    "https://api.example.test:8443/a/b/",
    "https://[::1]:4010",
    "https://xn--bcher-kva.test",
    "https://bücher.test",
  ])("%j is taken", (baseUrl) => {
    expect(() => createClient({ token, baseUrl })).not.toThrow();
  });

  test.each(["nonsense", "ftp://api.example.test", "https://user:secret@api.example.test"])(
    "%j is refused for one call, too",
    async (baseUrl) => {
      const fetch = vi.fn(async () => Response.json(note));
      const client = createClient({ token, fetch });
      const error = await rejection(client.PUT("/notes", { body: request, baseUrl }), TypeError);
      expect(error.message).toContain("baseUrl");
      expect(error.message).not.toContain("secret");
      expect(fetch).not.toHaveBeenCalled();
    },
  );
});

describe("a header's value must have no control character", () => {
  const secret = "c2VjcmV0";

  test.each([
    ["a line that would be a header of its own", "\r\nX-Injected: 1"],
    ["a line feed", "\n"],
    ["a carriage return", "\r"],
    ["a zero", "\0"],
    ["a bell", "\x07"],
    ["a delete", "\x7f"],
    ["a character that one byte cannot hold", "\u20ac"],
  ])("%s is refused, for the client and for a call, and the value is not repeated", async (_, character) => {
    const server = await serve(reply(200, note));
    const headers = { "X-Key": `${secret}${character}${secret}` };
    for (const call of [
      () => notesClient(server, { headers }).updateNote(request),
      () => notesClient(server).updateNote(request, { headers }),
      () => notesClient(server).PUT("/notes", { body: request, headers }),
      () =>
        notesClient(server).PUT("/notes", {
          body: request,
          headers: { "X-Key": ["a", headers["X-Key"]] },
        }),
    ]) {
      const error = await rejection(call(), TypeError);
      expect(error.message).toContain("X-Key");
      expect(error.stack).not.toContain(secret);
    }
    expect(server.requests).toHaveLength(0);
  });

  test("in a header parameter, either", async () => {
    const server = await serve(reply(200, note));
    // Not a version that the types allow: it stands for a value that came from outside.
    const version = `${secret}\r\nX-Injected: 1` as "1.2";
    const error = await rejection(
      notesClient(server).PUT("/notes", {
        body: request,
        params: { header: { "Notes-Version": version } },
      }),
      TypeError,
    );
    expect(error.stack).not.toContain(secret);
    expect(server.requests).toHaveLength(0);
  });

  test("while spaces, tabs and Latin letters are sent as they are", async () => {
    const server = await serve(reply(200, note));
    await notesClient(server, { headers: { "X-Name": "Zoë\tLe Gros" } }).updateNote(request);
    expect(server.requests[0]?.headers["x-name"]).toBe("Zoë\tLe Gros");
  });

  test("and a header's name must be a name", async () => {
    const server = await serve(reply(200, note));
    const client = notesClient(server, { headers: { "X-A\r\nX-Injected": "1" } });
    await rejection(client.updateNote(request), TypeError);
    expect(server.requests).toHaveLength(0);
  });
});

describe("a client is safe to hand on", () => {
  test("an input's __proto__ is data like any other, and changes nothing", async () => {
    const server = await serve(reply(200, note));
    const input = JSON.parse('{"id":"1","__proto__":{"polluted":true}}');
    await notesClient(server).updateNote(input);
    expect(server.requests[0]?.body).toBe('{"id":"1","__proto__":{"polluted":true}}');
    expect({}).not.toHaveProperty("polluted");
  });

  test("a response's __proto__ is data like any other, and changes nothing", async () => {
    const body = '{"id":"1","__proto__":{"polluted":true}}';
    const result = await notesClient(await serve(reply(200, body))).updateNote(request);
    expect(JSON.stringify(result)).toBe(body);
    expect(result).not.toHaveProperty("polluted");
  });

  test("the caller's options, headers and input are left as they were", async () => {
    const server = await serve(reply(503, "", { "Retry-After": 0 }), reply(200, note));
    const options = Object.freeze({ headers: Object.freeze({ "X-Trace": "a" }), timeout: 60_000 });
    const input = Object.freeze({ ...request, labels: Object.freeze({ stage: "invited" }) });
    await notesClient(server, options).updateNote(input, options);
    const headers = new Headers({ "X-Trace": "a" });
    await notesClient(server, { headers }).updateNote(input);
    expect([...headers]).toEqual([["x-trace", "a"]]);
  });
});
