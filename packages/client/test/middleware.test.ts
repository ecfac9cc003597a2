import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { ConnectionError, ResponseParseError } from "../src/index.ts";
import { type Client, NotFoundError } from "./notes/generated/index.ts";
import { errorList, fixJitter, note, notesClient, reasonOf, rejection, request } from "./notes.ts";
import { reply, reset, serve } from "./server.ts";

type Middleware = Parameters<Client["use"]>[0];

const success = reply(200, note);
const unavailable = reply(503, "", { "Retry-After": 0 });

describe("middleware", () => {
  test("sees the call once, however many attempts it takes", async () => {
    const server = await serve(unavailable, unavailable, success);
    const client = notesClient(server);
    const onRequest = vi.fn();
    const onResponse = vi.fn();
    client.use({ onRequest, onResponse });
    expect(await client.updateNote(request)).toEqual(note);
    expect(server.requests).toHaveLength(3);
    expect(onRequest).toHaveBeenCalledOnce();
    expect(onResponse).toHaveBeenCalledOnce();
  });

  test("sees a platform's Request and Response, and which operation it is", async () => {
    const server = await serve(
      reply(404, errorList("not_found", "Note Not Found"), { "X-Served-By": "test" }),
    );
    const client = notesClient(server);
    expect.assertions(10);
    client.use({
      async onResponse({ request: made, response, schemaPath, options, id }) {
        expect(made).toBeInstanceOf(Request);
        expect([made.method, made.url]).toEqual(["PUT", `${server.url}/notes`]);
        expect(made.headers.get("notes-version")).toBe("1.2");
        expect(response).toBeInstanceOf(Response);
        expect([response.status, response.statusText]).toEqual([404, "Not Found"]);
        expect(response.headers.get("x-served-by")).toBe("test");
        expect(schemaPath).toBe("/notes");
        expect(options.baseUrl).toBe(server.url);
        expect(id).toEqual(expect.any(String));
      },
    });
    await expect(client.updateNote(request)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("sees from which URL the response came", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const urls: string[] = [];
    client.use({ onResponse: ({ response }) => void urls.push(response.url) });
    await client.updateNote(request);
    expect(urls).toEqual([`${server.url}/notes`]);
  });

  test("runs in the order in which it was added, and for the response in the other order", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const order: string[] = [];
    const named = (name: string): Middleware => ({
      onRequest: () => void order.push(`${name} request`),
      onResponse: () => void order.push(`${name} response`),
    });
    client.use(named("a"), named("b"));
    client.use(named("c"));
    await client.updateNote(request);
    expect(order).toEqual(["a request", "b request", "c request", "c response", "b response", "a response"]);
  });

  test("may be given for one call of the verbs", async () => {
    const server = await serve(unavailable, success, success);
    const client = notesClient(server);
    const bodies: unknown[] = [];
    const middleware: Middleware[] = [
      { onRequest: async ({ request: made }) => void bodies.push(await made.json()) },
    ];
    const { data } = await client.PUT("/notes", { body: request, middleware });
    await client.PUT("/notes", { body: request });
    expect(data).toEqual(note);
    expect(bodies).toEqual([request]);
    expect(server.requests.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(request)));
  });

  test("is removed by eject", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const kept = { onRequest: vi.fn() };
    const removed = { onRequest: vi.fn() };
    client.use(kept, removed);
    client.eject(removed);
    await client.updateNote(request);
    expect(kept.onRequest).toHaveBeenCalledOnce();
    expect(removed.onRequest).not.toHaveBeenCalled();
    client.eject(kept);
    expect(await client.updateNote(request)).toEqual(note);
    expect(kept.onRequest).toHaveBeenCalledOnce();
  });

  test("that was added twice and removed once still sees a Request", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const seen: unknown[] = [];
    const middleware: Middleware = { onRequest: ({ request: made }) => void seen.push(made) };
    client.use(middleware, middleware);
    client.eject(middleware);
    await client.updateNote(request);
    expect(seen).toEqual([expect.any(Request)]);
  });
});

describe("middleware may read", () => {
  test.each([
    ["the request's body", { onRequest: ({ request: made }) => void made.text() }],
    ["a clone of the request's", { onRequest: ({ request: made }) => void made.clone().text() }],
    ["the request's, when there is a response", { onResponse: ({ request: made }) => void made.text() }],
    ["the response's body", { onResponse: ({ response }) => void response.text() }],
    ["the response's, as a stream", { onResponse: ({ response }) => void response.clone().body?.cancel() }],
    ["a clone of the response's", { onResponse: ({ response }) => void response.clone().text() }],
  ] satisfies [string, Middleware][])("%s, and the call is what it was", async (_, middleware) => {
    const server = await serve(unavailable, reset, success);
    fixJitter();
    const client = notesClient(server);
    client.use(middleware);
    expect(await client.updateNote(request)).toEqual(note);
    expect(server.requests.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(request)));
  });

  test("what was really sent and received", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const bodies: unknown[] = [];
    client.use({
      onRequest: async ({ request: made }) => void bodies.push(await made.clone().json(), await made.json()),
      onResponse: async ({ response }) =>
        void bodies.push(await response.clone().json(), await response.json()),
    });
    await client.updateNote(request);
    expect(bodies).toEqual([request, request, note, note]);
  });

  test("the body of an error, and its error is thrown all the same", async () => {
    const body = errorList("not_found", "Note Not Found");
    const client = notesClient(await serve(reply(404, body)));
    client.use({ onResponse: async ({ response }) => void (await response.text()) });
    const error = await rejection(client.updateNote(request), NotFoundError);
    expect(error.body).toEqual(body);
  });
});

describe("middleware may change", () => {
  test("the request's headers", async () => {
    const server = await serve(unavailable, success);
    const client = notesClient(server);
    client.use({
      onRequest({ request: made }) {
        made.headers.set("X-Trace", "a");
        made.headers.delete("Notes-Version");
      },
    });
    await client.updateNote(request);
    for (const { headers } of server.requests) {
      expect(headers["x-trace"]).toBe("a");
      expect(headers["notes-version"]).toBeUndefined();
    }
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    [
      "a new Request",
      (url: string) => new Request(url, { method: "PUT", body: "{}", headers: { "X-Trace": "a" } }),
    ],
    [
      "a new Request made of the old one",
      (url: string, made: Request) =>
        new Request(new Request(url, made), { body: "{}", headers: { "X-Trace": "a" } }),
    ],
  ])("the request, for %s, which is retried whole", async (_, replace) => {
    const server = await serve(unavailable, reset, success);
    fixJitter();
    const client = notesClient(server);
    client.use({ onRequest: ({ request: made }) => replace(`${server.url}/elsewhere`, made) });
    expect(await client.updateNote(request)).toEqual(note);
    expect(server.requests).toHaveLength(3);
    for (const received of server.requests) {
      expect(received).toMatchObject({
        method: "PUT",
        url: "/elsewhere",
        body: "{}",
        headers: { "x-trace": "a" },
      });
      expect(received.headers.authorization).toMatch(/^Bearer \S+$/);
    }
  });

  test("the request for its clone", async () => {
    const server = await serve(unavailable, success);
    const client = notesClient(server);
    client.use({ onRequest: ({ request: made }) => made.clone() });
    expect(await client.updateNote(request)).toEqual(note);
    expect(server.requests.map(({ body }) => body)).toEqual(Array(2).fill(JSON.stringify(request)));
  });

  test("the request for a response, and nothing is sent", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    client.use({ onRequest: () => Response.json({ id: "made up" }) });
    expect(await client.updateNote(request)).toEqual({ id: "made up" });
    expect(server.requests).toHaveLength(0);
  });

  test("the response", async () => {
    const client = notesClient(await serve(success));
    client.use({
      async onResponse({ response }) {
        return Response.json({ ...(await response.json()), name: "Changed" }, response);
      },
    });
    expect(await client.updateNote(request)).toMatchObject({ id: request.id, name: "Changed" });
  });

  test("an answer into an error", async () => {
    const client = notesClient(await serve(success));
    client.use({ onResponse: () => Response.json({ errors: [] }, { status: 404 }) });
    expect((await rejection(client.updateNote(request), NotFoundError)).body).toEqual({ errors: [] });
  });

  test("an answer into one that is not JSON, which is a ResponseParseError with its own beginning", async () => {
    const client = notesClient(await serve(success));
    client.use({ onResponse: () => new Response("<html>of middleware") });
    const error = await rejection(client.updateNote(request), ResponseParseError);
    expect(error.excerpt).toBe("<html>of middleware");
  });

  test("the request for a response that is not JSON, which is a ResponseParseError too", async () => {
    const client = notesClient(await serve(success));
    client.use({ onRequest: () => new Response("<html>of middleware") });
    const error = await rejection(client.updateNote(request), ResponseParseError);
    expect(error.excerpt).toBe("<html>of middleware");
  });

  test("a failure into an answer, or another failure", async () => {
    const client = notesClient(await serve(reset), { retries: 0 });
    const seen: unknown[] = [];
    const fallback: Middleware = {
      onError({ error }) {
        seen.push(error);
        return Response.json({ id: "from a cache" });
      },
    };
    client.use(fallback);
    expect(await client.updateNote(request)).toEqual({ id: "from a cache" });
    expect(seen).toEqual([expect.any(ConnectionError)]);
    client.eject(fallback);
    const other = new Error("of middleware");
    client.use({ onError: () => other });
    expect(await reasonOf(client.updateNote(request))).toBe(other);
  });
});

describe("an error that middleware throws", () => {
  test.each([new Error("of middleware"), new SyntaxError("of middleware")])(
    "is the call's: %o",
    async (thrown) => {
      const throwing = () => {
        throw thrown;
      };
      for (const middleware of [{ onRequest: throwing }, { onResponse: throwing }]) {
        const client = notesClient(await serve(success));
        client.use(middleware);
        expect(await reasonOf(client.updateNote(request))).toBe(thrown);
      }
    },
  );
});

describe("with middleware, the caller's signal", () => {
  test("ends the call", async () => {
    const server = await serve(reply(503, "", { "Retry-After": 30 }));
    const client = notesClient(server);
    client.use({ onRequest: ({ request: made }) => made.clone() });
    const signal = AbortSignal.timeout(100);
    expect(await reasonOf(client.updateNote(request, { signal }))).toBe(signal.reason);
  });

  test("has no listener left when the call has ended", async () => {
    const client = notesClient(await serve(success));
    client.use({ onRequest: () => undefined });
    const { signal } = new AbortController();
    await client.updateNote(request, { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
