import { describe, expect, test } from "vitest";
import { ApiError, ResponseParseError } from "../src/index.ts";
import { type OperationEntry, readByContentType } from "../src/runtime/index.ts";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { type Answer, reply, serve } from "./server.ts";

type Kinds = NonNullable<OperationEntry["response"]>;

/** A client whose operation has responses of these kinds. */
async function clientOf(response: Kinds, ...answers: [Answer, ...Answer[]]) {
  const server = await serve(...answers);
  const get = { method: "GET", path: "/things", response };
  return otherClient(server, { get }, { description: { prepare: readByContentType } });
}

const as = (mediaType: string, body: string, status = 200) =>
  reply(status, body, { "Content-Type": mediaType });

/** What a call gave, as something that can be compared. */
async function shown(result: unknown): Promise<unknown> {
  if (result instanceof ReadableStream) return { stream: await new Response(result).text() };
  return result instanceof Blob ? { blob: await result.text(), type: result.type } : result;
}

describe("where a success has several media types, its own Content-Type says how it is read", () => {
  const kinds = ["json", "text", "blob", "stream"] as const;

  test.each([
    ["application/json", '{"a":1}', { a: 1 }],
    ["application/vnd.thing+json; charset=utf-8", "[1]", [1]],
    ["Application/JSON", "null", null],
    ["application/problem+json", '{"title":"Done"}', { title: "Done" }],
    ["text/plain", '{"a":1}', '{"a":1}'],
    ["text/csv; charset=utf-8", "a,b", "a,b"],
    ["application/pdf", "%PDF", { blob: "%PDF", type: "application/pdf" }],
    ["application/xml", "<a/>", { blob: "<a/>", type: "application/xml" }],
    ["text/event-stream", "data: 1\n\n", { stream: "data: 1\n\n" }],
    ["text/event-stream; charset=utf-8", "", { stream: "" }],
    ["application/x-ndjson", "{}\n{}\n", { stream: "{}\n{}\n" }],
    ["application/jsonl", "{}\n", { stream: "{}\n" }],
    ["application/json-seq", "\x1e{}\n", { stream: "\x1e{}\n" }],
    ["application/geo+json-seq", "\x1e{}\n", { stream: "\x1e{}\n" }],
  ])("%s", async (mediaType, body, expected) => {
    const client = await clientOf(kinds, as(mediaType, body));
    for (let turn = 0; turn < 2; turn++) {
      expect(await shown(await client.get())).toEqual(expected);
      client.use({ onRequest: () => undefined });
    }
  });

  test("none says that it is bytes", async () => {
    const client = await clientOf(kinds, reply(200, "a"));
    expect(await shown(await client.get())).toEqual({ blob: "a", type: "" });
  });

  test.each([
    ["JSON", ["json", "text"], "application/pdf", '{"a":1}', { a: 1 }],
    ["JSON, without a Content-Type", ["json", "text"], undefined, '{"a":1}', { a: 1 }],
    ["text", ["text", "stream"], "application/json", "[1]", "[1]"],
    ["bytes", ["blob", "stream"], "text/plain", "a", { blob: "a", type: "text/plain" }],
  ] as const)(
    "none of those described is read as the first, %s",
    async (_, described, mediaType, body, expected) => {
      const client = await clientOf(described, mediaType ? as(mediaType, body) : reply(200, body));
      expect(await shown(await client.get())).toEqual(expected);
    },
  );

  test("none of those described, nor JSON, is a ResponseParseError where JSON is the first", async () => {
    const html = "<title>Log in to the network</title>";
    const client = await clientOf(["json", "blob"], as("text/html", html));
    expect(await rejection(client.get(), ResponseParseError)).toMatchObject({ status: 200, excerpt: html });
  });

  test("what says that it is JSON and is not is a ResponseParseError", async () => {
    const client = await clientOf(
      ["text", "json"],
      as("application/json", "a,b"),
      as("application/json", ""),
    );
    expect(await rejection(client.get(), ResponseParseError)).toMatchObject({ excerpt: "a,b" });
    await rejection(client.get(), ResponseParseError);
  });

  test("of a 204 there is nothing to read", async () => {
    const client = await clientOf(kinds, reply(204));
    expect(await client.get()).toBeUndefined();
  });

  test("an error is parsed if it is JSON, and otherwise text, whatever its Content-Type", async () => {
    const client = await clientOf(
      ["blob", "stream"],
      as("application/pdf", "%PDF", 400),
      as("text/event-stream", "data: 1\n\n", 409),
      as("text/plain", '{"a":1}', 422),
    );
    const bodies = [];
    for (let turn = 0; turn < 3; turn++) bodies.push((await rejection(client.get(), ApiError)).body);
    expect(bodies).toEqual(["%PDF", "data: 1\n\n", { a: 1 }]);
  });

  test("a verb reads it so too, unless its call has a parseAs", async () => {
    const client = await clientOf(kinds, as("text/plain", "[1]"));
    const { GET } = client as unknown as { GET(path: string, init?: object): Promise<{ data?: unknown }> };
    expect((await GET("/things")).data).toBe("[1]");
    expect((await GET("/things", { parseAs: "json" })).data).toEqual([1]);
    expect(await shown((await GET("/things", { parseAs: "blob" })).data)).toMatchObject({ blob: "[1]" });
  });
});

describe("where some success is described as having no content", () => {
  test.each([
    ["of another status than 204", "json-or-none", reply(202)],
    ["that is chunked", "json-or-none", reply(200, "", { "Transfer-Encoding": "chunked" })],
    ["beside other kinds", ["json-or-none", "text"], reply(202)],
  ] as const)("nothing is undefined, %s", async (_, kinds, answer) => {
    expect(await (await clientOf(kinds, answer)).get()).toBeUndefined();
  });

  test("JSON is JSON, and nothing else is", async () => {
    const client = await clientOf("json-or-none", reply(200, [1]), as("application/json", "{"));
    expect(await client.get()).toEqual([1]);
    await rejection(client.get(), ResponseParseError);
  });
});
