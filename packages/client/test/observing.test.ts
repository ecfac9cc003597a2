import { describe, expect, test } from "vitest";
import type { Attempt } from "../src/index.ts";
import { deprecations } from "../src/runtime/deprecation.ts";
import { apiKeyQuery } from "../src/runtime/index.ts";
import { createClient, NotFoundError } from "./notes/generated/index.ts";
import { errorList, fixJitter, note, notesClient, rejection, request, token } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { reply, reset, serve } from "./server.ts";

const success = reply(200, note, { "X-Request-Id": "r-3" });
const notFound = errorList("not_found", "Note Not Found");

describe("withResponse", () => {
  test("gives the data, the response and the id of the request", async () => {
    const server = await serve(success);
    const { data, response, requestId } = await notesClient(server).updateNote(request).withResponse();
    expect(data).toEqual(note);
    expect([response.status, response.url, requestId]).toEqual([200, `${server.url}/notes`, "r-3"]);
    expect([response.bodyUsed, await response.json()]).toEqual([false, note]);
    expect(server.requests).toHaveLength(1);
  });

  test("gives the same of a call that has been awaited", async () => {
    const server = await serve(success);
    const call = notesClient(server).updateNote(request);
    expect(await call).toEqual((await call.withResponse()).data);
    expect(server.requests).toHaveLength(1);
  });

  test("takes the id from the property that the description says", async () => {
    const server = await serve(reply(200, { ...note, request_id: "in the body" }));
    expect((await notesClient(server).updateNote(request).withResponse()).requestId).toBe("in the body");
  });

  test("takes the id from the header that the description says", async () => {
    const server = await serve(reply(200, {}, { "X-Correlation": "c-1" }));
    const client = otherClient(
      server,
      { get: { method: "GET", path: "/things" } },
      { description: { requestId: "X-Correlation" } },
    );
    const call = client.get() as ReturnType<ReturnType<typeof notesClient>["updateNote"]>;
    expect((await call.withResponse()).requestId).toBe("c-1");
  });

  test("is rejected as the call is, which nobody else has to catch", async () => {
    const server = await serve(reply(404, { ...notFound, request_id: null }, { "X-Request-Id": "r-1" }));
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const error = await rejection(notesClient(server).updateNote(request).withResponse(), NotFoundError);
    await new Promise(setImmediate);
    process.off("unhandledRejection", listen);
    expect(error.requestId).toBe("r-1");
    expect(unhandled).toEqual([]);
  });

  test("gives the response as middleware left it", async () => {
    const client = notesClient(await serve(success));
    client.use({ onResponse: async ({ response }) => Response.json(await response.json(), { status: 202 }) });
    const { response } = await client.updateNote(request).withResponse();
    expect([response.status, await response.json()]).toEqual([202, note]);
  });
});

describe("onAttempt", () => {
  test("is told of each attempt: what was sent, what came, and when the next is", async () => {
    fixJitter(0.5);
    const server = await serve(reset, reply(503, notFound, { "Retry-After": 0 }), success);
    const attempts: Attempt[] = [];
    await notesClient(server, { onAttempt: (attempt) => attempts.push(attempt) }).updateNote(request);
    const call = {
      operation: "updateNote",
      method: "PUT",
      url: `${server.url}/notes`,
      milliseconds: expect.any(Number),
    };
    expect(attempts).toEqual([
      {
        ...call,
        attempt: 1,
        status: undefined,
        error: expect.objectContaining({ name: "ConnectionError" }),
        requestId: undefined,
        retryIn: 250,
      },
      { ...call, attempt: 2, status: 503, error: undefined, requestId: notFound.request_id, retryIn: 0 },
      { ...call, attempt: 3, status: 200, error: undefined, requestId: "r-3", retryIn: undefined },
    ]);
    for (const { milliseconds } of attempts) expect(milliseconds).toBeGreaterThanOrEqual(0);
  });

  test("is told of a 401 that is followed by another token, of an abort, and of a mistake in the caller's fetch", async () => {
    const server = await serve(reply(401, ""), success);
    const seen: unknown[] = [];
    const onAttempt = ({ attempt, status, error, retryIn }: Attempt) =>
      seen.push([attempt, status, error, retryIn]);
    let asked = 0;
    await notesClient(server, { onAttempt, token: () => `token-${++asked}` }).updateNote(request);

    const controller = new AbortController();
    const hangs = createClient({
      token,
      onAttempt,
      fetch: () => new Promise(() => controller.abort("away")),
    });
    await hangs.updateNote(request, { signal: controller.signal }).catch(() => {});

    const mistake = new Error("mine");
    const fails = createClient({ token, onAttempt, fetch: () => Promise.reject(mistake) });
    await fails.updateNote(request).catch(() => {});
    await new Promise(setImmediate);
    expect(seen).toEqual([
      [1, 401, undefined, 0],
      [2, 200, undefined, undefined],
      [1, undefined, "away", undefined],
      [1, undefined, mistake, undefined],
    ]);
  });

  test("of a call is told in place of the client's, of the verbs too", async () => {
    const server = await serve(success);
    const seen: string[] = [];
    const client = notesClient(server, { onAttempt: () => seen.push("client") });
    await client.updateNote(request);
    await client.updateNote(request, { onAttempt: () => seen.push("call") });
    await client.PUT("/notes", { body: request, onAttempt: () => seen.push("verb") });
    expect(seen).toEqual(["client", "call", "verb"]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("of the observer");
      },
    ],
    ["rejects", () => Promise.reject(new Error("of the observer"))],
  ])("that %s changes nothing", async (_, onAttempt) => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listen);
    const server = await serve(reply(503, "", { "Retry-After": 0 }), success);
    expect(await notesClient(server, { onAttempt }).updateNote(request)).toEqual(note);
    await new Promise(setImmediate);
    process.off("unhandledRejection", listen);
    expect(unhandled).toEqual([]);
  });

  test("sees no credential, and nothing of the query", async () => {
    const server = await serve(reply(200, {}));
    const attempts: Attempt[] = [];
    const client = otherClient(
      server,
      { find: { method: "GET", path: "/things" } },
      {
        key: "c2VjcmV0",
        onAttempt: (attempt: Attempt) => attempts.push(attempt),
        description: { schemes: { key: apiKeyQuery("key", "api_key") }, security: [["key"]] },
      },
    );
    await client.find({ name: "c2VjcmV0" });
    expect(server.requests[0]?.url).toContain("c2VjcmV0");
    expect(attempts).toHaveLength(1);
    expect(JSON.stringify(attempts)).not.toContain("c2VjcmV0");
    expect(attempts[0]?.url).toBe(`${server.url}/things`);
  });
});

describe("onDeprecation", () => {
  const old = { method: "GET", path: "/old", deprecated: true, response: "none" } as const;
  const current = { method: "GET", path: "/current", response: "none" } as const;

  const ending = {
    ...old,
    path: "/ending",
    deprecatedSince: "2026-11-30",
    sunset: "2027-06-30",
  } as const;

  async function reported(headers: Record<string, string>, ...names: ("old" | "current" | "ending")[]) {
    const operations = { old, current, ending };
    const client = otherClient(await serve(reply(204, undefined, headers)), operations);
    const reports: unknown[] = [];
    client.use(deprecations(operations)((deprecation) => reports.push(deprecation)));
    for (const name of names) await client[name]();
    return reports;
  }

  test("is told once of an operation that the description calls deprecated", async () => {
    expect(await reported({}, "old", "current", "old")).toEqual([
      { operation: "old", deprecation: undefined, sunset: undefined, link: undefined },
    ]);
  });

  test("is told the days that the description knows, in the words of the headers, unless an answer has others", async () => {
    const sunset = "Wed, 30 Jun 2027 00:00:00 GMT";
    expect(await reported({}, "ending")).toMatchObject([{ deprecation: "@1795996800", sunset }]);
    const earlier = "Fri, 01 Jan 2027 00:00:00 GMT";
    expect(await reported({ Sunset: earlier }, "ending")).toMatchObject([
      { deprecation: "@1795996800", sunset: earlier },
    ]);
  });

  test("is told once of each operation whose answers say so", async () => {
    const deprecation = "@1688169599";
    const sunset = "Sun, 30 Jun 2027 23:59:59 GMT";
    const link = '<https://api.example.test/news>; rel="deprecation"';
    expect(
      await reported({ Deprecation: deprecation, Sunset: sunset, Link: link }, "current", "current", "old"),
    ).toEqual(["current", "old"].map((operation) => ({ operation, deprecation, sunset, link })));
    expect(await reported({ Sunset: sunset }, "current")).toMatchObject([{ deprecation: undefined, sunset }]);
  });

  test("that throws changes nothing", async () => {
    const client = otherClient(await serve(reply(204)), { old });
    client.use(
      deprecations({ old })(() => {
        throw new Error("of the observer");
      }),
    );
    expect(await client.old()).toBeUndefined();
  });
});
