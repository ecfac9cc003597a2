import { getEventListeners, once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { ApiError, TimeoutError } from "../src/index.ts";
import { fixJitter, notesClient, reasonOf, rejection, request } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { type Answer, reply, serve, silence } from "./server.ts";

const listen = { method: "GET", path: "/events", response: "stream" } as const;
const headers = { "Content-Type": "text/event-stream" };

/** A server of events, and what it answers with, to go on with. */
async function eventServer() {
  const responses: ServerResponse[] = [];
  const open: Answer = (response) => {
    responses.push(response);
    response.writeHead(200, headers).write("data: 1\n\n");
  };
  const server = await serve(open);
  return { server, responses, client: otherClient(server, { listen }) };
}

/** What comes next of a stream, as text. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  const { value } = await reader.read();
  return value && new TextDecoder().decode(value);
}

/** A method's result, which has to be a stream. */
function readerOf(result: unknown): ReadableStreamDefaultReader<Uint8Array> {
  if (!(result instanceof ReadableStream)) throw new Error(`${result} is no stream.`);
  return result.getReader();
}

/** Waits until the server finds that the client has hung up. */
async function closeOf([response]: readonly ServerResponse[]): Promise<void> {
  if (response?.closed === false) await once(response, "close");
  expect(response?.closed).toBe(true);
}

describe("a stream", () => {
  test("is given when its headers are there, and read as it comes", async () => {
    const { client, responses } = await eventServer();
    const reader = readerOf(await client.listen());
    expect(await next(reader)).toBe("data: 1\n\n");
    responses[0]?.write("data: 2\n\n");
    expect(await next(reader)).toBe("data: 2\n\n");
    responses[0]?.end();
    expect(await next(reader)).toBeUndefined();
  });

  test("is no longer under the timeout", async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const fetch = async () => new Response(readable, { headers });
    const client = otherClient({ url: "http://127.0.0.1" }, { listen }, { fetch });
    const reader = readerOf(await client.listen({}, { timeout: 10 }));
    // A timer that was set before fires before.
    await new Promise((resolve) => setTimeout(resolve, 20));
    void writable.getWriter().write(new TextEncoder().encode("data: 1\n\n"));
    expect(await next(reader)).toBe("data: 1\n\n");
  });

  test("is not tried again when it breaks", async () => {
    const { client, responses, server } = await eventServer();
    const reader = readerOf(await client.listen());
    expect(await next(reader)).toBe("data: 1\n\n");
    responses[0]?.destroy();
    await rejection(next(reader), TypeError);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["with middleware", true],
    ["without", false],
  ])("ends with the signal, and so does its connection, %s", async (_, observed) => {
    const { client, responses } = await eventServer();
    if (observed) client.use({ onResponse: () => undefined });
    const controller = new AbortController();
    const reader = readerOf(await client.listen({}, { signal: controller.signal }));
    expect(await next(reader)).toBe("data: 1\n\n");
    const pending = reasonOf(reader.read());
    const reason = new Error("The user went away");
    controller.abort(reason);
    expect(await pending).toBe(reason);
    await closeOf(responses);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("of a verb ends with the signal too", async () => {
    const { server, responses } = await eventServer();
    const controller = new AbortController();
    const { data } = await notesClient(server).PUT("/notes", {
      body: request,
      parseAs: "stream",
      signal: controller.signal,
    });
    const reader = readerOf(data);
    await next(reader);
    controller.abort();
    expect(await reasonOf(reader.read())).toBe(controller.signal.reason);
    await closeOf(responses);
  });

  test.each([
    [
      "read to its end",
      async (reader: ReadableStreamDefaultReader, response: ServerResponse | undefined) => {
        response?.end();
        while (!(await reader.read()).done);
      },
    ],
    ["cancelled", (reader: ReadableStreamDefaultReader) => reader.cancel()],
  ])("that is %s leaves nothing behind", async (_, finish) => {
    const { client, responses } = await eventServer();
    const { signal } = new AbortController();
    const reader = readerOf(await client.listen({}, { signal }));
    await finish(reader, responses[0]);
    await closeOf(responses);
    await expect.poll(() => getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("a stream that does not begin", () => {
  test("is a TimeoutError, when the headers do not come", async () => {
    const client = otherClient(await serve(silence), { listen }, { retries: 0, timeout: 100 });
    await rejection(client.listen(), TimeoutError);
  });

  test("is tried again", async () => {
    fixJitter();
    const server = await serve(reply(503, "", { "Retry-After": 0 }), reply(200, "data: 1\n\n", headers));
    const client = otherClient(server, { listen });
    expect(await next(readerOf(await client.listen()))).toBe("data: 1\n\n");
    expect(server.requests).toHaveLength(2);
  });

  test("is the error that it was answered with, whose body is read", async () => {
    const server = await serve(reply(404, { code: "no_such_topic" }));
    const error = await rejection(otherClient(server, { listen }).listen(), ApiError);
    expect(error.body).toEqual({ code: "no_such_topic" });
  });
});
