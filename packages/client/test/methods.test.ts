import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError } from "../src/index.ts";
import { bearer, checkPathParameters, raw } from "../src/runtime/index.ts";
import { fixJitter, rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { reply, reset, serve } from "./server.ts";

const success = reply(200, { done: true });
const busy = (status: number) => reply(status, "", { "Retry-After": 0 });

/** A client whose one operation has that method. */
async function clientOf(method: string, ...answers: Parameters<typeof serve>) {
  const server = await serve(...answers);
  return { server, ...otherClient(server, { call: { method, path: "/things", response: "none" } }) };
}

describe("a method that is idempotent is tried again", () => {
  test.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])("%s, after a 503 and a reset", async (method) => {
    fixJitter();
    const { call, server } = await clientOf(method, busy(503), reset, success);
    await call();
    expect(server.requests.map((request) => request.method)).toEqual([method, method, method]);
  });
});

describe("a method that is not idempotent", () => {
  test.each(["POST", "PATCH"])("%s is not tried again after what may have had an effect", async (method) => {
    fixJitter();
    for (const status of [408, 500, 502, 503, 504]) {
      const { call, server } = await clientOf(method, busy(status));
      expect((await rejection(call(), ApiError)).attempts).toBe(1);
      expect(server.requests).toHaveLength(1);
    }
    const { call, server } = await clientOf(method, reset);
    expect((await rejection(call(), ConnectionError)).attempts).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  test.each(["POST", "PATCH"])(
    "%s is tried again after a 429 with Retry-After, and not without",
    async (method) => {
      const asked = await clientOf(method, busy(429), success);
      await asked.call();
      expect(asked.server.requests).toHaveLength(2);
      const unasked = await clientOf(method, reply(429, ""));
      expect((await rejection(unasked.call(), ApiError)).attempts).toBe(1);
    },
  );

  test("is repeated with a new token after a 401, which had no effect", async () => {
    const server = await serve(reply(401, ""), success);
    let asked = 0;
    const client = otherClient(
      server,
      { create: { method: "POST", path: "/things", body: "application/json" } },
      {
        token: () => `token-${++asked}`,
        description: { schemes: { bearerAuth: bearer("token") }, security: [["bearerAuth"]] },
      },
    );
    expect(await client.create({ name: "x" })).toEqual({ done: true });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"name":"x"}', '{"name":"x"}']);
  });
});

describe("a body that is a stream, which can be read once", () => {
  const stream = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("all of it"));
        controller.close();
      },
    });
  const upload = { method: "PUT", path: "/things", body: "application/octet-stream", grouped: true };
  const description = {
    prepare: raw,
    schemes: { bearerAuth: bearer("token") },
    security: [["bearerAuth"]],
  };

  test("is sent", async () => {
    const server = await serve(success);
    const client = otherClient(server, { upload }, { token: "t", description });
    await client.upload({ body: stream() }, { duplex: "half" });
    expect(server.requests[0]).toMatchObject({
      body: "all of it",
      headers: { "content-type": "application/octet-stream" },
    });
  });

  test.each([
    ["a 503", busy(503), 503],
    ["a 401, though there is a new token", reply(401, ""), 401],
  ])("is not sent again after %s", async (_, answer, status) => {
    const server = await serve(answer);
    let asked = 0;
    const client = otherClient(server, { upload }, { token: () => `token-${++asked}`, description });
    const error = await rejection(client.upload({ body: stream() }, { duplex: "half" }), ApiError);
    expect(error).toMatchObject({ status, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("a success without a body", () => {
  const middleware = { onRequest: () => undefined };

  test.each([
    ["an operation that has none to give", "none", 204],
    ["an operation that has none to give, when there is one", "none", 200],
    ["an operation that gives a file", "blob", 204],
    ["an operation that gives text", "text", 204],
    ["an operation that gives JSON", undefined, 204],
  ] as const)("is undefined, of %s", async (_, response, status) => {
    const server = await serve(reply(status, status === 204 ? undefined : "{}"));
    const operation = { method: "DELETE", path: "/things", ...(response && { response }) };
    const client = otherClient(server, { call: operation });
    expect(await client.call()).toBeUndefined();
    client.use(middleware);
    expect(await client.call()).toBeUndefined();
  });

  test.each(["blob", "text"] as const)("is empty where it may be read as a %s", async (response) => {
    const server = await serve(reply(200, "", { "Transfer-Encoding": "chunked" }));
    const client = otherClient(server, { call: { method: "GET", path: "/things", response } });
    for (let turn = 0; turn < 2; turn++) {
      const result = await client.call();
      expect(result instanceof Blob ? await result.text() : result).toBe("");
      client.use(middleware);
    }
  });
});

describe("a file", () => {
  test("is returned byte for byte, with its media type, and with middleware too", async () => {
    const bytes = Buffer.from([0, 1, 0xff, 0xfe, 0x0d, 0x0a, 0x80]);
    const server = await serve((response) =>
      response.writeHead(200, { "Content-Type": "image/png" }).end(bytes),
    );
    const client = otherClient(server, { call: { method: "GET", path: "/things", response: "blob" } });
    for (let turn = 0; turn < 2; turn++) {
      const file = await client.call();
      expect(file).toBeInstanceOf(Blob);
      expect((file as Blob).type).toBe("image/png");
      expect(Buffer.from(await (file as Blob).arrayBuffer())).toEqual(bytes);
      client.use({
        onResponse: async ({ response }: { response: Response }) => void (await response.clone().blob()),
      });
    }
  });
});

describe("a path parameter cannot leave its segment", () => {
  const operations = { read: { method: "GET", path: "/things/{id}/parts" } };
  const description = { prepare: checkPathParameters };

  test.each([
    ["a/b", "a%2Fb"],
    ["../admin", "..%2Fadmin"],
    ["%2e%2e", "%252e%252e"],
    ["..%2f", "..%252f"],
    ["a\\b", "a%5Cb"],
    ["a?b=c#d", "a%3Fb%3Dc%23d"],
    ["...", "..."],
    [".hidden", ".hidden"],
    ["ü;,:@", "%C3%BC%3B%2C%3A%40"],
    ["a\r\nb\0", "a%0D%0Ab%00"],
    ["$&$1", "%24%26%241"],
  ])("%j arrives as one", async (id, segment) => {
    const server = await serve(success);
    await otherClient(server, operations, { description }).read({ id });
    expect(server.requests[0]?.url).toBe(`/things/${segment}/parts`);
    expect(decodeURIComponent(segment)).toBe(id);
  });

  test.each(["", ".", "..", [".."], [], null])(
    "%j, which URLs resolve or drop, is refused before any request",
    async (id) => {
      const server = await serve(success);
      const error = await rejection(otherClient(server, operations, { description }).read({ id }), TypeError);
      expect(error.message).toContain("id");
      expect(server.requests).toHaveLength(0);
    },
  );
});
