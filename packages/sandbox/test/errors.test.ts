import { request } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { ALLOWED_METHODS, answerOf, describedSandbox, NOTE, NOTE_REQUEST } from "./notes/described.ts";
import { OTHER_METHOD, putRequest, UUID } from "./support/described-answers.ts";

const { sandbox, put } = describedSandbox();
const id = NOTE["id"];

describe("401", () => {
  test.each([
    ["no Authorization header", ""],
    ["a scheme without a token", "Bearer"],
    ["an empty token", "Bearer "],
    ["another scheme", "Basic dXNlcjpwYXNz"],
  ])("for %s", async (_, authorization) => {
    const { status, headers, body } = await put(NOTE_REQUEST, { authorization });
    expect(status).toBe(401);
    expect(body.errors).toEqual([{ code: "unauthorized", message: "The token is not valid" }]);
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });

  test("for any token but the one that is accepted", async () => {
    const strict = describedSandbox({ token: "secret" });
    expect((await strict.put(NOTE_REQUEST, { authorization: "Bearer other" })).status).toBe(401);
    expect((await strict.put(NOTE_REQUEST, { authorization: "bearer secret" })).status).toBe(200);
  });

  test("before anything is said about the body", async () => {
    expect((await put("{", { authorization: "" })).status).toBe(401);
  });
});

test("404 for a note that there is not", async () => {
  for (const body of [{ id: "unknown" }, { slug: "unknown" }, { id: "__proto__" }, { id: "" }]) {
    const answer = await put(body);
    expect(answer.status).toBe(404);
    expect(answer.body.errors).toEqual([{ code: "not_found", message: "There is no such note" }]);
  }
});

test("each error has a request_id of its own", async () => {
  const ids = new Set<unknown>();
  for (const body of ["{", { id: "unknown" }, { id: "unknown" }, {}]) {
    const { body: error } = await put(body);
    expect(error["request_id"]).toMatch(UUID);
    ids.add(error["request_id"]);
  }
  expect(ids.size).toBe(4);
  const numbered = describedSandbox({ requestId: () => "00000000-0000-4000-8000-000000000001" });
  expect((await numbered.put("{")).body["request_id"]).toBe("00000000-0000-4000-8000-000000000001");
});

describe("400", () => {
  test.each<[string, unknown, { message: string; field?: string }[]]>([
    ["that neither id nor slug is given", {}, [{ message: "id or slug is required", field: "id" }]],
    [
      "every mistake at once",
      { name: 5, labels: { plan: null, seats: [], ok: true } },
      [
        { message: "id or slug is required", field: "id" },
        { message: "name must be a string, not a number", field: "name" },
        {
          message: "labels.plan must be a string or a number or a boolean, not null",
          field: "labels.plan",
        },
        {
          message: "labels.seats must be a string or a number or a boolean, not an array",
          field: "labels.seats",
        },
      ],
    ],
    ["an id of another type", { id: 5 }, [{ message: "id must be a string, not a number", field: "id" }]],
    ["a body that is no object", [], [{ message: "The body must be an object, not an array" }]],
    ["a body that is null", null, [{ message: "The body must be an object, not null" }]],
    [
      "attributes that are no object",
      { id, labels: "x" },
      [{ message: "labels must be an object, not a string", field: "labels" }],
    ],
    [
      "a property whose name needs escaping",
      { id, labels: { "a/b~c #é": null } },
      [
        {
          message: "labels.a/b~c #é must be a string or a number or a boolean, not null",
          field: "labels.a/b~c #é",
        },
      ],
    ],
  ])("names %s", async (_, body, errors) => {
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual(errors.map((error) => ({ code: "invalid", ...error })));
  });

  test.each([
    ["text that is not JSON", "{", /^The body cannot be read: it is not JSON/],
    ["no text at all", "", /not JSON/],
    [
      "a number too large to keep",
      `{"id":"${id}","labels":{"n":1e999}}`,
      /the number 1e999, which a double cannot hold, at labels\.n$/,
    ],
    ["half of a surrogate pair", `{"id":"${id}","labels":{"\\ud800":1}}`, /surrogate/],
    [
      "very deep nesting",
      `{"id":"${id}","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      /nested more than 200/,
    ],
  ])("for %s", async (_, body, message) => {
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors?.[0]?.message).toMatch(message);
  });

  test("for bytes that are not UTF-8", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('{"id":"'),
      0xff,
      ...new TextEncoder().encode('"}'),
    ]);
    const answer = await answerOf(sandbox.fetch("http://sandbox/notes", { ...putRequest(""), body: bytes }));
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.message).toBe("The body cannot be read: it is not UTF-8");
  });

  test.each(["0.9", "1.2.", "1.l", "latest"])(
    "for a header parameter that is not as described: %s",
    async (version) => {
      const { status, body } = await put(NOTE_REQUEST, { "notes-version": version });
      expect(status).toBe(400);
      const message = 'Notes-Version must be one of "1.0", "1.1", "1.2"';
      expect(body.errors).toEqual([
        { code: "invalid", message: expect.stringContaining(message), field: "Notes-Version" },
      ]);
      expect((await put(NOTE_REQUEST, { "notes-version": "1.0" })).status).toBe(200);
    },
  );

  test("leaves the note as it was", async () => {
    const { put: again } = describedSandbox({ now: () => 1712223171_000 });
    await again({ id, name: "Changed", labels: { plan: null } });
    expect((await again({ id })).body).toEqual(NOTE);
  });
});

test("405 with Allow for another method", async () => {
  const others = ["GET", "POST", "DELETE", "PATCH"].filter((method) => !ALLOWED_METHODS.includes(method));
  for (const method of [...others, OTHER_METHOD]) {
    const answer = await answerOf(sandbox.fetch("http://sandbox/notes", { method }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(ALLOWED_METHODS);
    expect(answer.body.errors).toEqual([{ code: "method_not_allowed", message: "Method Not Allowed" }]);
  }
});

test("404 for another path", async () => {
  for (const path of ["/", "/notes/", "/Notes", "/notes/1", "//notes", "/%zz"]) {
    const answer = await answerOf(sandbox.fetch(`http://sandbox${path}`));
    expect(answer.status, path).toBe(404);
    expect(answer.body.errors).toEqual([{ code: "not_found", message: "Not Found" }]);
  }
});

test("415 for another content type, and for none", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "nonsense"]) {
    const answer = await put(NOTE_REQUEST, { "content-type": type });
    expect(answer.status).toBe(415);
    expect(answer.headers.get("accept")).toBe("application/json");
  }
  const untyped = {
    method: "PUT",
    headers: { authorization: "Bearer any" },
    body: new TextEncoder().encode("{}"),
  };
  expect((await answerOf(sandbox.fetch("http://sandbox/notes", untyped))).status).toBe(415);
});

test("takes the content type in any case and with parameters", async () => {
  expect((await put(NOTE_REQUEST, { "content-type": "Application/JSON; charset=utf-8" })).status).toBe(200);
});

describe("413", () => {
  const tooLarge = JSON.stringify({ id, name: "x".repeat(1024 * 1024) });

  test("for a body over 1 MiB", async () => {
    const answer = await put(tooLarge);
    expect(answer.status).toBe(413);
    expect(answer.body.errors).toEqual([
      { code: "content_too_large", message: "The body is larger than 1048576 bytes" },
    ]);
  });

  test("for a body that never ends, without reading on", async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65536)) });
    const init = { ...putRequest(""), body: endless, duplex: "half" };
    expect((await answerOf(sandbox.fetch("http://sandbox/notes", init))).status).toBe(413);
  });

  describe("over a socket", async () => {
    const server = await serveSandbox(createSandbox(), { port: 0 });
    afterAll(() => server.close());

    test("with its length announced", async () => {
      expect((await answerOf(fetch(`${server.url}/notes`, putRequest(tooLarge)))).status).toBe(413);
    });

    test("in chunks", async () => {
      const chunked = new Blob([tooLarge]).stream();
      const init = { ...putRequest(""), body: chunked, duplex: "half" };
      expect((await answerOf(fetch(`${server.url}/notes`, init))).status).toBe(413);
    });

    test("and the server lives through a client that goes away in the middle of its body", async () => {
      await new Promise<void>((resolve) => {
        const headers = {
          authorization: "Bearer any",
          "content-type": "application/json",
          "content-length": "1000",
        };
        const halfway = request(`${server.url}/notes`, { method: "PUT", headers });
        halfway.on("error", () => resolve());
        halfway.write("{", () => halfway.destroy(new Error("gone")));
      });
      expect((await answerOf(fetch(`${server.url}/notes`, putRequest(NOTE_REQUEST)))).status).toBe(200);
    });
  });
});

test("rejects, as fetch does, when the request is aborted before it is sent", async () => {
  const init = { ...putRequest(NOTE_REQUEST), signal: AbortSignal.abort() };
  await expect(sandbox.fetch("http://sandbox/notes", init)).rejects.toThrow(/abort/i);
});
