import { describe, expect, test } from "vitest";
import { ask, expectAnswer, JSON_TYPE, PROBLEM, plain } from "../support/asking.ts";
import { describing, json } from "../support/describing.ts";

/* A case of Prism's harness each, in other words: see differences.test.ts. */

describe("routes", () => {
  const paths = (...all: string[]) => ({
    openapi: "3.0.2",
    info: {},
    paths: Object.fromEntries(all.map((path) => [path, { get: { responses: { "200": plain(path) } } }])),
  });

  test.each<[string, string[], string, string]>([
    ["a segment that is partly a parameter", ["/a/b.{format}", "/a/b"], "/a/b.json", "/a/b.{format}"],
    ["a colon before a parameter", ["/a:{rpc}", "/a/yes", "/a"], "/a:yes", "/a:{rpc}"],
    ["a concrete path before a template", ["/a/{id}", "/a/b"], "/a/b", "/a/b"],
    [
      "characters that have to be encoded",
      ["/a > b | c % d"],
      "/a%20%3E%20b%20%7C%20c%20%25%20d",
      "/a > b | c % d",
    ],
    ["a colon within a segment", ["/p/a:{b}"], "/p/a:run", "/p/a:{b}"],
  ])("%s", (_, all, path, found) => expectAnswer(ask(paths(...all), { path }), [200, "text/plain", found]));

  test("by method", async () => {
    const description = {
      openapi: "3.0.0",
      info: {},
      paths: {
        "/a": { post: { responses: { "200": plain("post") } }, get: { responses: { "200": plain("get") } } },
      },
    };
    await expectAnswer(ask(description, { path: "/a" }), [200, "text/plain", "get"]);
    await expectAnswer(ask(description, { path: "/a", method: "POST" }), [200, "text/plain", "post"]);
  });

  test("none: 404", () => expectAnswer(ask(paths("/a/b/{c}"), { path: "/a/b" }), [404, PROBLEM]));

  test("HEAD where that is an operation", async () => {
    const headers = { nonce: { schema: { type: "string", example: "abc" } } };
    const description = describing(
      "/things",
      { responses: { "200": { description: "", headers } } },
      {},
      "head",
    );
    const response = await ask(description, { method: "HEAD" });
    expect([response.status, response.headers.get("nonce")]).toEqual([200, "abc"]);
  });

  test("OPTIONS where that is an operation", () => {
    const schema = { type: "object", properties: { test: { type: "string", default: "works" } } };
    const description = describing("/things", { responses: { "200": json({ schema }) } }, {}, "options");
    return expectAnswer(ask(description, { method: "OPTIONS" }), [200, JSON_TYPE, '{"test":"works"}']);
  });

  test("a preflight before an operation, where pages are let in", async () => {
    const headers = { origin: "http://page", "access-control-request-method": "GET" };
    const description = describing("/things", { responses: { "200": plain("described") } }, {}, "options");
    const response = await ask(description, { method: "OPTIONS", headers, options: { cors: true } });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-methods")).toBe("GET");
  });
});
