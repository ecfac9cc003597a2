import document from "@visitors-api/openapi/notes" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { SandboxOptions } from "../src/index.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";
import { answer, describing, json } from "./support/describing.ts";

const empty = { description: "" };

describe("an operation is answered with what it documents, whatever that is", () => {
  test.each<[string, object, number]>([
    ["the first success", { "404": empty, "202": empty, "204": empty }, 202],
    ["a range of successes", { "404": empty, "2XX": empty }, 200],
    ["default, where that is all", { default: empty }, 200],
    ["default before an error", { "404": empty, default: empty }, 200],
    ["a redirection", { "302": empty, "404": empty }, 302],
    ["nothing but an error", { "404": empty }, 404],
    ["nothing but a range of errors", { "5XX": empty }, 500],
  ])("%s", async (_, responses, status) => {
    for (const strict of [false, true]) {
      const response = await answer(responses, {}, { strict });
      expect([response.status, await response.text()]).toEqual([status, ""]);
    }
  });

  test("and with 200 where it documents no answer", async () => {
    for (const responses of [{}, { "100": empty, "1XX": empty }]) {
      expect((await answer(responses)).status).toBe(200);
    }
  });

  test("with its headers and its body", async () => {
    const moved = { description: "", headers: { Location: { schema: { example: "/there" } } } };
    expect((await answer({ "301": moved })).headers.get("location")).toBe("/there");
    const gone = await answer({ "410": json({ example: { message: "Gone for good" } }) });
    expect([gone.status, await gone.json()]).toEqual([410, { message: "Gone for good" }]);
  });
});

describe("a request that is not as described", () => {
  const schema = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
  const message = { type: "object", properties: { message: { type: "string" } } };

  async function post(responses: object, body: string, options: SandboxOptions = {}) {
    const parameters = [{ name: "q", in: "query", schema: { type: "integer" } }];
    const operation = { parameters, requestBody: json({ schema }), responses };
    const sandbox = createSandbox({
      description: describing("/", operation, {}, "post"),
      strict: true,
      ...options,
    });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    const answers = ["/", "/?q=x"].map((path) => sandbox.fetch(`http://sandbox${path}`, init));
    return Promise.all(answers);
  }

  test.each<[string, string[], number]>([
    ["400 where that is documented", ["200", "400"], 400],
    ["400 where both are documented", ["200", "422", "400"], 400],
    ["422 where that is and 400 is not", ["200", "422"], 422],
    ["422 before a range and default", ["200", "4XX", "422", "default"], 422],
    ["400 for a range", ["200", "4XX"], 400],
    ["400 for default", ["200", "default"], 400],
  ])("is answered with %s, in the documented shape", async (_, documented, status) => {
    const responses = Object.fromEntries(documented.map((key) => [key, json({ schema: message })]));
    for (const body of ["{}", '{"a":"x"}', "{", "[]"]) {
      const [wrongBody, wrongBoth] = await post(responses, body);
      for (const response of [wrongBody, wrongBoth]) {
        expect([response?.status, await response?.json()], body).toEqual([
          status,
          { message: expect.any(String) },
        ]);
      }
    }
  });

  test("is told what is wrong with it", async () => {
    const responses = { "200": empty, "422": json({ schema: message }) };
    const [wrongBody, wrongParameter] = await post(responses, "{}");
    expect(await wrongBody?.json()).toEqual({ message: "a is required" });
    expect(await wrongParameter?.json()).toEqual({ message: "q must be an integer, not a string" });
  });
});

describe("an error of a range or of default", () => {
  const responsesWith = (key: string, error: object) => ({
    "200": empty,
    [key]: { description: "", ...error },
  });
  const ask = async (responses: object, prefer: string) => {
    const response = await answer(responses, { prefer }, { strict: true });
    return [response.status, response.headers.get("content-type"), await response.text()];
  };

  test.each(["5XX", "default"])("has its example for every status, as text: %s", async (key) => {
    const responses = responsesWith(key, { content: { "text/plain": { example: "down for repairs" } } });
    expect(await ask(responses, "code=503")).toEqual([503, "text/plain", "down for repairs"]);
    expect(await ask(responses, "code=500")).toEqual([500, "text/plain", "down for repairs"]);
  });

  test("is what went wrong, as text, where there is no example", async () => {
    const responses = responsesWith("5XX", { content: { "text/plain": {} } });
    expect(await ask(responses, "code=503")).toEqual([503, "text/plain", "Service Unavailable"]);
    const typed = responsesWith("5XX", { content: { "text/plain": { schema: { type: "string" } } } });
    expect(await ask(typed, "code=503")).toEqual([503, "text/plain", "Service Unavailable"]);
  });

  test("has the example that is named after the status, and none that is named after another", async () => {
    const examples = { notFound: { value: "not there" }, serviceUnavailable: { value: "busy" } };
    const responses = responsesWith("default", { content: { "text/plain": { examples } } });
    expect(await ask(responses, "code=503")).toEqual([503, "text/plain", "busy"]);
    expect(await ask(responses, "code=404")).toEqual([404, "text/plain", "not there"]);
    expect(await ask(responses, "code=409")).toEqual([409, "text/plain", "Conflict"]);
  });
});

describe("a handler's error that the description does not document", () => {
  const ok = json({ schema: { $ref: "#/components/schemas/Note" } });
  const Note = { type: "object", properties: { id: { type: "string" }, slug: { type: "string" } } };
  const operation = (responses: object) =>
    describing(
      "/notes",
      { operationId: "updateNote", requestBody: ok, responses },
      { components: { schemas: { Note } } },
      "put",
    );

  test.each<[string, object]>([
    ["at all", { "200": ok }],
    ["but for another status", { "200": ok, "409": ok }],
  ])("%s is that error all the same", async (_, responses) => {
    const { fetch } = createSandbox({ description: operation(responses) });
    const response = await fetch("http://sandbox/notes", putRequest({ id: "nobody" }));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toBe("");
  });

  test("is none of the sandbox's successes", async () => {
    const { fetch } = createSandbox({
      description: operation({ "200": ok }),
      start: [NOTE_REQUEST],
    });
    expect((await fetch("http://sandbox/notes", putRequest(NOTE_REQUEST))).status).toBe(200);
  });
});

test("an ordinary answer has the headers that are documented for it, from a handler too", async () => {
  const limit = { required: true, schema: { type: "integer", minimum: 500 } };
  const headers = {
    "X-RateLimit-Limit": limit,
    "X-RateLimit-Remaining": { schema: { type: "integer", example: 7 } },
  };
  const description = structuredClone(document);
  Object.assign(description.paths["/notes"].put.responses["200"], { headers });
  const ask = async (options: SandboxOptions) => {
    const { fetch } = createSandbox({ description, ...options });
    const response = await fetch("http://sandbox/notes", putRequest(NOTE_REQUEST));
    return ["limit", "remaining"].map((name) => response.headers.get(`x-ratelimit-${name}`));
  };
  expect(await ask({})).toEqual(["500", "7"]);
  expect(await ask({ rateLimit: { limit: 10 } })).toEqual(["10", "9"]);
});
