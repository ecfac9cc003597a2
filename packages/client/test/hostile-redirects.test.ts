import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError } from "../src/index.ts";
import { apiKeyCookie, apiKeyHeader, apiKeyQuery, basic } from "../src/runtime/index.ts";
import { whole } from "./hostile-answers.ts";
import { type HostileServer, type Misbehaviour, serveRaw } from "./hostile-server.ts";
import { note, notesClient, rejection, request, token } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { refusedUrl } from "./server.ts";

const options = { retries: 0 } as const;

function redirect(location: string, status = "307 Temporary Redirect"): Misbehaviour {
  return whole(status, "", `Location: ${location}`);
}

/** A server that redirects there when it is first asked, and answers the next time. */
function redirecting(location: string | ((url: string) => string), status?: string): Promise<HostileServer> {
  return serveRaw((socket, received) => {
    const there = typeof location === "string" ? location : location(`http://${received.headers["host"]}`);
    const first = received.target === "/notes";
    (first ? redirect(there, status) : answer)(socket, received);
  });
}

const answer = whole("200 OK", JSON.stringify(note));

describe("the credential does not follow a redirect to another origin", () => {
  test.each(["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])(
    "after a %s, while the request does",
    async (status) => {
      const other = await serveRaw(answer);
      const server = await redirecting(`${other.url}/moved`, status);
      expect(await notesClient(server, options).updateNote(request)).toEqual(note);
      expect(server.requests[0]?.headers["authorization"]).toBe(`Bearer ${token}`);
      expect(other.requests).toMatchObject([
        { method: "PUT", target: "/moved", body: JSON.stringify(request) },
      ]);
      expect(JSON.stringify(other.requests)).not.toContain(token);
    },
  );

  test("after a 303, which asks for a GET without a body", async () => {
    const other = await serveRaw(answer);
    const server = await redirecting(`${other.url}/moved`, "303 See Other");
    expect(await notesClient(server, options).updateNote(request)).toEqual(note);
    expect(other.requests).toMatchObject([{ method: "GET", target: "/moved", body: "" }]);
    expect(JSON.stringify(other.requests)).not.toContain(token);
  });

  test("of another name for the same address", async () => {
    const server = await redirecting((url) => `${url.replace("127.0.0.1", "localhost")}/moved`);
    expect(await notesClient(server, options).updateNote(request)).toEqual(note);
    expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual([
      `Bearer ${token}`,
      undefined,
    ]);
  });

  test("and does not come back with the next one", async () => {
    const other = await redirecting(() => `${server.url}/back`);
    const server = await redirecting(`${other.url}/notes`);
    expect(await notesClient(server, options).updateNote(request)).toEqual(note);
    expect(server.requests.map(({ target }) => target)).toEqual(["/notes", "/back"]);
    expect(server.requests[1]?.headers["authorization"]).toBeUndefined();
    expect(JSON.stringify(other.requests)).not.toContain(token);
  });

  test.each([
    ["basic authentication", basic("key"), { username: "user", password: token }],
    ["an API key in a header", apiKeyHeader("key", "X-Api-Key"), token],
    ["an API key in the query", apiKeyQuery("key", "key"), token],
    ["an API key in a cookie", apiKeyCookie("key", "session"), token],
  ])("that is %s", async (_, scheme, key) => {
    const other = await serveRaw(answer);
    const server = await redirecting(`${other.url}/moved`);
    const client = otherClient(
      { url: server.url },
      { get: { method: "GET", path: "/notes" } },
      { key, ...options, description: { schemes: { scheme }, security: [["scheme"]] } },
    );
    await client.get().catch(() => {});
    expect(server.requests).toHaveLength(1);
    for (const { target, headers } of other.requests) {
      expect(target).toBe("/moved");
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/authorization|x-api-key|cookie/)]),
      );
    }
  });
});

test("the credential follows a redirect within the origin", async () => {
  const server = await redirecting("/moved");
  expect(await notesClient(server, options).updateNote(request)).toEqual(note);
  expect(server.requests.map(({ target, headers }) => [target, headers["authorization"]])).toEqual([
    ["/notes", `Bearer ${token}`],
    ["/moved", `Bearer ${token}`],
  ]);
});

describe("a redirect is a ConnectionError", () => {
  test("when there is no end to it", async () => {
    const server = await serveRaw((socket, received) => redirect("/notes")(socket, received));
    await rejection(notesClient(server, options).updateNote(request), ConnectionError);
    // Fetch Standard § 4.5: twenty redirects.
    expect(server.requests).toHaveLength(21);
    await server.quiet();
  });

  test.each([
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:application/json,{}",
    "ftp://127.0.0.1/",
    "blob:nodedata:1",
    "about:blank",
    "http://[::1",
    "http://",
    "http://127.0.0.1:99999/",
  ])("when it leads to %s", async (location) => {
    const server = await redirecting(location);
    await rejection(notesClient(server, options).updateNote(request), ConnectionError);
    expect(server.requests).toHaveLength(1);
    await server.quiet();
  });

  test("when it leads to where nothing listens", async () => {
    const server = await redirecting(await refusedUrl());
    await rejection(notesClient(server, options).updateNote(request), ConnectionError);
  });
});

test("a redirect that leads nowhere is an ApiError", async () => {
  const server = await serveRaw(whole("302 Found", ""));
  const error = await rejection(notesClient(server, options).updateNote(request), ApiError);
  expect(error.status).toBe(302);
});
