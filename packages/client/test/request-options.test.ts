import { describe, expect, test } from "vitest";
import { ApiError } from "../src/index.ts";
import { idempotencyKey } from "../src/runtime/index.ts";
import { createClient } from "./notes/generated/index.ts";
import { fixJitter, note, notesClient, rejection, request, token } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { reply, reset, serve } from "./server.ts";

const success = reply(200, note);
const unavailable = reply(503, "", { "Retry-After": 0 });

describe("fetchOptions", () => {
  test("are given to fetch with each attempt, a call's beside the client's", async () => {
    const seen: unknown[] = [];
    const answers = [new Response(null, { status: 503, headers: { "Retry-After": "0" } })];
    const fetch = async ({ keepalive, cache, redirect }: Request) => {
      seen.push([keepalive, cache, redirect]);
      return answers.shift() ?? Response.json(note);
    };
    const client = createClient({ token, fetch, fetchOptions: { keepalive: true, cache: "no-store" } });
    await client.updateNote(request, { fetchOptions: { cache: "reload", redirect: "error" } });
    await client.PUT("/notes", { body: request });
    expect(seen).toEqual([
      [true, "reload", "error"],
      [true, "reload", "error"],
      [true, "no-store", "follow"],
    ]);
  });

  test("redirect: error makes a redirect the call's error, at once", async () => {
    const server = await serve(
      (response) => void response.writeHead(307, { Location: "/elsewhere" }).end(),
      success,
    );
    const client = notesClient(server, { fetchOptions: { redirect: "error" } });
    const error = await client.updateNote(request).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("retries may say", () => {
  const post = { method: "POST", path: "/things", body: "application/json" } as const;

  test("which methods are tried again", async () => {
    fixJitter();
    const server = await serve(unavailable, reset, reply(200, {}));
    const client = otherClient(server, { post });
    expect(await client.post({}, { retries: { methods: ["POST"] } })).toEqual({});
    expect(server.requests).toHaveLength(3);
    await expect(client.post({}, { retries: { methods: ["GET"] } })).resolves.toEqual({});
  });

  test("which statuses", async () => {
    const server = await serve(reply(423, "", { "Retry-After": 0 }), unavailable, success);
    const client = notesClient(server, { retries: { statuses: [423] } });
    expect((await rejection(client.updateNote(request), ApiError)).attempts).toBe(2);
  });

  test("how many, and what a call leaves out is the client's", async () => {
    const server = await serve(unavailable);
    const client = notesClient(server, { retries: { limit: 1, statuses: [503] } });
    expect((await rejection(client.updateNote(request), ApiError)).attempts).toBe(2);
    expect((await rejection(client.updateNote(request, { retries: 3 }), ApiError)).attempts).toBe(4);
    expect(
      (await rejection(client.updateNote(request, { retries: { statuses: [500] } }), ApiError)).attempts,
    ).toBe(1);
    expect(
      (await rejection(client.updateNote(request, { retries: { maxWait: 5 } }), ApiError)).attempts,
    ).toBe(2);
  });

  test("how long a server may have one wait", async () => {
    fixJitter();
    const server = await serve(reply(503, "", { "Retry-After": 3600 }), success);
    // Were the wait an hour, the test would not end.
    expect(await notesClient(server, { retries: { maxWait: 1 } }).updateNote(request)).toEqual(note);
  });
});

describe("idempotencyKey", () => {
  const pay = {
    method: "POST",
    path: "/payments",
    body: "application/json",
    idempotencyKey: "Idempotency-Key",
  } as const;
  const client = (server: { readonly url: string }) =>
    otherClient(server, { pay }, { description: { prepare: idempotencyKey } });
  const keysOf = (requests: readonly { readonly headers: NodeJS.Dict<string | string[]> }[]) =>
    requests.map(({ headers }) => headers["idempotency-key"]);

  test("that is true is one key for the attempts of a call, and another for the next call", async () => {
    const server = await serve(unavailable, reply(200, {}));
    const options = { idempotencyKey: true, retries: { methods: ["POST"] } };
    await client(server).pay({}, options);
    await client(server).pay({}, options);
    const [first, second, third] = keysOf(server.requests);
    expect(first).toMatch(/^[\d-]{20,}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test("may be the caller's own, and is none where none is given", async () => {
    const server = await serve(reply(200, {}));
    await client(server).pay({}, { idempotencyKey: "order-7" });
    await client(server).pay({});
    expect(keysOf(server.requests)).toEqual(["order-7", undefined]);
  });
});
