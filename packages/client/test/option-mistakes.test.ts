import { describe, expect, test } from "vitest";
import { type BaseClientOptions, createClient as createAnyClient, splitInput } from "../src/runtime/index.ts";
import { type ClientOptions, createClient } from "./notes/generated/index.ts";
import { note, notesClient, reasonOf, request, token } from "./notes.ts";
import { reply, serve } from "./server.ts";

const success = reply(200, note);

/** The options that a program in JavaScript may give. */
function create(options?: unknown) {
  return createClient(options as ClientOptions);
}

describe("a mistake in an option is a TypeError that names it", () => {
  test.each([
    ["options", null],
    ["baseUrl", { token, baseUrl: "api.example.test" }],
    ["baseUrl", { token, baseUrl: new URL("ftp://api.example.test") }],
    ...[-1, Number.NaN, "many", true].flatMap((value) => [
      ...(value === true
        ? []
        : ([
            ["retries", { token, retries: value }],
            ["limit", { token, retries: { limit: value } }],
          ] as const)),
      ...(value === true
        ? []
        : ([
            ["timeout", { token, timeout: value }],
            ["maxWait", { token, retries: { maxWait: value } }],
          ] as const)),
    ]),
  ] as [string, unknown][])("%s, when a client is made of %o", (name, options) => {
    const expected = name === "limit" ? "retries" : name;
    expect(() => create(options)).toThrow(TypeError);
    expect(() => create(options)).toThrow(expected);
  });

  test.each([
    ["retries", { retries: -1 }],
    ["timeout", { timeout: Number.NaN }],
  ])("%s, when a call is made, and nothing is sent", async (name, options) => {
    const server = await serve(success);
    const client = notesClient(server);
    for (const call of [
      client.updateNote(request, options),
      client.PUT("/notes", { body: request, ...options }),
    ]) {
      const error = await reasonOf(call);
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toContain(name);
    }
    expect(server.requests).toEqual([]);
  });
});

test("options that are left out, where a description needs some, are a TypeError that names them", () => {
  const description = {
    schemes: {},
    security: [[]],
    operations: {},
    split: splitInput,
    errors: {},
    agent: "",
  };
  const createWith = (options?: unknown) => createAnyClient(description, options as BaseClientOptions);
  expect(() => createWith()).toThrow(TypeError);
  expect(() => createWith()).toThrow("options");
});

test("baseUrl may be a URL", async () => {
  const server = await serve(success);
  for (const path of ["", "/v2", "/v2/"]) {
    await createClient({ token, baseUrl: new URL(server.url + path) }).updateNote(request);
  }
  expect(server.requests.map(({ url }) => url)).toEqual(["/notes", "/v2/notes", "/v2/notes"]);
});

test("timeout: false is no timeout", async () => {
  const server = await serve((response) => void setTimeout(success, 20, response));
  expect(await notesClient(server, { timeout: false }).updateNote(request)).toEqual(note);
  expect(await notesClient(server, { timeout: 1 }).updateNote(request, { timeout: false })).toEqual(note);
});
