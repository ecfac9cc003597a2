import { request } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { serveSandbox } from "../src/node/serve.ts";
import { createSandbox } from "../src/visitors/index.ts";
import {
  ALLOWED_METHODS,
  answerOf,
  describedSandbox,
  OTHER_METHOD,
  putRequest,
  SEED_REQUEST,
  SEED_RESPONSE,
  UUID,
} from "./support/described.ts";

const { sandbox, put } = describedSandbox();
const id = SEED_RESPONSE["id"];

describe("401", () => {
  test.each([
    ["no Authorization header", ""],
    ["a scheme without a token", "Bearer"],
    ["an empty token", "Bearer "],
    ["another scheme", "Basic dXNlcjpwYXNz"],
  ])("for %s", async (_, authorization) => {
    const { status, headers, body } = await put(SEED_REQUEST, { authorization });
    expect(status).toBe(401);
    expect(body).toMatchObject({
      type: "error.list",
      errors: [{ code: "unauthorized", message: "Access Token Invalid" }],
    });
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });

  test("for any token but the one that is accepted", async () => {
    const strict = describedSandbox({ token: "secret" });
    expect((await strict.put(SEED_REQUEST, { authorization: "Bearer other" })).status).toBe(401);
    expect((await strict.put(SEED_REQUEST, { authorization: "bearer secret" })).status).toBe(200);
  });

  test("before anything is said about the body", async () => {
    expect((await put("{", { authorization: "" })).status).toBe(401);
  });
});

test("404 for a visitor that there is not", async () => {
  for (const body of [{ id: "unknown" }, { user_id: "unknown" }, { id: "__proto__" }, { id: "" }]) {
    const answer = await put(body);
    expect(answer.status).toBe(404);
    expect(answer.body.errors).toEqual([{ code: "not_found", message: "Visitor Not Found" }]);
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
    ["that neither id nor user_id is given", {}, [{ message: "id or user_id is required", field: "id" }]],
    [
      "every mistake at once",
      { name: 5, custom_attributes: { plan: null, seats: [], ok: true } },
      [
        { message: "id or user_id is required", field: "id" },
        { message: "name must be a string, not a number", field: "name" },
        {
          message: "custom_attributes.plan must be a string or a number or a boolean, not null",
          field: "custom_attributes.plan",
        },
        {
          message: "custom_attributes.seats must be a string or a number or a boolean, not an array",
          field: "custom_attributes.seats",
        },
      ],
    ],
    ["an id of another type", { id: 5 }, [{ message: "id must be a string, not a number", field: "id" }]],
    ["a body that is no object", [], [{ message: "The body must be an object, not an array" }]],
    ["a body that is null", null, [{ message: "The body must be an object, not null" }]],
    [
      "attributes that are no object",
      { id, custom_attributes: "x" },
      [{ message: "custom_attributes must be an object, not a string", field: "custom_attributes" }],
    ],
    [
      "a property whose name needs escaping",
      { id, custom_attributes: { "a/b~c #é": null } },
      [
        {
          message: "custom_attributes.a/b~c #é must be a string or a number or a boolean, not null",
          field: "custom_attributes.a/b~c #é",
        },
      ],
    ],
  ])("names %s", async (_, body, errors) => {
    const answer = await put(body);
    expect(answer.status).toBe(400);
    // https://developers.intercom.com/docs/references/rest-api/errors/error-codes
    const codeOf = (message: string) =>
      /is required$/.test(message) ? "parameter_not_found" : "parameter_invalid";
    expect(answer.body.errors).toEqual(errors.map((error) => ({ code: codeOf(error.message), ...error })));
  });

  test.each([
    ["text that is not JSON", "{", /^The body cannot be read: it is not JSON/],
    ["no text at all", "", /not JSON/],
    [
      "a number too large to keep",
      `{"id":"${id}","custom_attributes":{"n":1e999}}`,
      /the number 1e999, which a double cannot hold, at custom_attributes\.n$/,
    ],
    ["half of a surrogate pair", `{"id":"${id}","custom_attributes":{"\\ud800":1}}`, /surrogate/],
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
    const answer = await answerOf(
      sandbox.fetch("http://sandbox/visitors", { ...putRequest(""), body: bytes }),
    );
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.message).toBe("The body cannot be read: it is not UTF-8");
  });

  test.each(["0.9", "2.10.", "2.1O", "unstable"])(
    "for a version that is not described: %s",
    async (version) => {
      const { status, body } = await put(SEED_REQUEST, { "intercom-version": version });
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({ code: "intercom_version_invalid", field: "Intercom-Version" });
      expect(body.errors?.[0]?.message).toMatch(
        /^Intercom-Version must be one of "1.0", .*"Unstable".*; in intercom-client, its option `version` sets it$/,
      );
      expect((await put(SEED_REQUEST, { "intercom-version": "Unstable" })).status).toBe(200);
    },
  );

  test("leaves the visitor as it was", async () => {
    const { put: again } = describedSandbox({ now: () => 1712223171_000 });
    await again({ id, name: "Changed", custom_attributes: { plan: null } });
    expect((await again({ id })).body).toEqual(SEED_RESPONSE);
  });
});

test("405 with Allow for another method", async () => {
  const others = ["GET", "POST", "DELETE", "PATCH"].filter((method) => !ALLOWED_METHODS.includes(method));
  for (const method of [...others, OTHER_METHOD]) {
    const answer = await answerOf(sandbox.fetch("http://sandbox/visitors", { method }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(ALLOWED_METHODS);
    expect(answer.body.errors).toEqual([{ code: "method_not_allowed", message: "Method Not Allowed" }]);
  }
});

test("404 for another path", async () => {
  for (const path of ["/", "/visitors/", "/Visitors", "/visitors/1", "//visitors", "/%zz"]) {
    const answer = await answerOf(sandbox.fetch(`http://sandbox${path}`));
    expect(answer.status, path).toBe(404);
    expect(answer.body.errors).toEqual([{ code: "not_found", message: "Not Found" }]);
  }
});

test("415 for another content type, and for none", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "nonsense"]) {
    const answer = await put(SEED_REQUEST, { "content-type": type });
    expect(answer.status).toBe(415);
    expect(answer.headers.get("accept")).toBe("application/json");
  }
  const untyped = {
    method: "PUT",
    headers: { authorization: "Bearer any" },
    body: new TextEncoder().encode("{}"),
  };
  expect((await answerOf(sandbox.fetch("http://sandbox/visitors", untyped))).status).toBe(415);
});

test("takes the content type in any case and with parameters", async () => {
  expect((await put(SEED_REQUEST, { "content-type": "Application/JSON; charset=utf-8" })).status).toBe(200);
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
    expect((await answerOf(sandbox.fetch("http://sandbox/visitors", init))).status).toBe(413);
  });

  describe("over a socket", async () => {
    const server = await serveSandbox(createSandbox(), { port: 0 });
    afterAll(() => server.close());

    test("with its length announced", async () => {
      expect((await answerOf(fetch(`${server.url}/visitors`, putRequest(tooLarge)))).status).toBe(413);
    });

    test("in chunks", async () => {
      const chunked = new Blob([tooLarge]).stream();
      const init = { ...putRequest(""), body: chunked, duplex: "half" };
      expect((await answerOf(fetch(`${server.url}/visitors`, init))).status).toBe(413);
    });

    test("and the server lives through a client that goes away in the middle of its body", async () => {
      await new Promise<void>((resolve) => {
        const headers = {
          authorization: "Bearer any",
          "content-type": "application/json",
          "content-length": "1000",
        };
        const halfway = request(`${server.url}/visitors`, { method: "PUT", headers });
        halfway.on("error", () => resolve());
        halfway.write("{", () => halfway.destroy(new Error("gone")));
      });
      expect((await answerOf(fetch(`${server.url}/visitors`, putRequest(SEED_REQUEST)))).status).toBe(200);
    });
  });
});

test("rejects, as fetch does, when the request is aborted before it is sent", async () => {
  const init = { ...putRequest(SEED_REQUEST), signal: AbortSignal.abort() };
  await expect(sandbox.fetch("http://sandbox/visitors", init)).rejects.toThrow(/abort/i);
});
