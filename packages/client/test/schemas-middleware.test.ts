import { describe, expect, test } from "vitest";
import { ValidationError } from "../src/schemas.ts";
import {
  all,
  binary,
  items,
  maximum,
  properties,
  required,
  schema,
  type,
  validation,
} from "../src/validation/index.ts";
import { NotFoundError } from "./notes/generated/index.ts";
import { validate } from "./notes/generated/schemas.ts";
import { errorList, fixJitter, note, notesClient, reasonOf, rejection, request, token } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { reply, serve } from "./server.ts";

const wrong = { id: "1", name: 5 } as unknown as typeof request;
const success = reply(200, note);

describe("a request that is not as described", () => {
  test("is refused before anything is sent", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    client.use(validate("requests"));
    const error = await rejection(client.updateNote(wrong), ValidationError);
    expect(error).toMatchObject({ operation: "updateNote", what: "request", status: undefined });
    expect(error.issues).toEqual([{ path: ["name"], message: "must be a string, not a number" }]);
    expect(error.message).toBe(
      "updateNote: the request is not as described: name must be a string, not a number",
    );
    expect(server.requests).toHaveLength(0);
  });

  test("is refused when it is made by a verb", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    client.use(validate());
    await rejection(client.PUT("/notes", { body: wrong }), ValidationError);
    expect(server.requests).toHaveLength(0);
  });

  test("is sent when only responses are validated, or none", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    expect(await client.updateNote(wrong)).toEqual(note);
    client.use(validate("responses"));
    expect(await client.updateNote(wrong)).toEqual(note);
    expect(server.requests).toHaveLength(2);
  });
});

test("a request that is as described is sent whole, with each attempt", async () => {
  const server = await serve(reply(503, ""), success);
  fixJitter();
  const client = notesClient(server);
  client.use(validate());
  expect(await client.updateNote({ ...request, not_described: "Gaz" } as typeof request)).toEqual(note);
  expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual(
    Array(2).fill({ ...request, not_described: "Gaz" }),
  );
});

describe("a response that is not as described", () => {
  test("is refused, and says its status", async () => {
    const client = notesClient(await serve(reply(200, { ...note, tags: { tags: [{ id: 1 }] } })));
    client.use(validate("responses"));
    const error = await rejection(client.updateNote(request), ValidationError);
    expect(error).toMatchObject({ operation: "updateNote", what: "response", status: 200 });
    expect(error.message).toBe(
      "updateNote: the response (200) is not as described: tags.tags.0.id must be a string, not a number",
    );
  });

  test("is refused when it is an error", async () => {
    const client = notesClient(await serve(reply(404, { errors: "none" })));
    client.use(validate("responses"));
    const error = await rejection(client.updateNote(request), ValidationError);
    expect(error.status).toBe(404);
    expect(error.issues).toEqual([
      { path: ["request_id"], message: "is required" },
      { path: ["errors"], message: "must be an array, not a string" },
    ]);
  });

  test("is returned when only requests are validated", async () => {
    const client = notesClient(await serve(reply(200, { name: 5 })));
    client.use(validate("requests"));
    expect(await client.updateNote(request)).toEqual({ name: 5 });
  });
});

describe("a response is left to the client, with its body unread,", () => {
  test("when it is as described", async () => {
    const client = notesClient(await serve(success));
    const bodies: unknown[] = [];
    client.use({ onResponse: async ({ response }) => void bodies.push(await response.json()) }, validate());
    expect(await client.updateNote(request)).toEqual(note);
    expect(bodies).toEqual([note]);
  });

  test("when it is an error as described", async () => {
    const client = notesClient(await serve(reply(404, errorList("not_found", "Note Not Found"))));
    client.use(validate());
    await rejection(client.updateNote(request), NotFoundError);
  });

  test.each([
    ["HTML", 502, "<html>Bad Gateway", "ApiError"],
    ["no JSON", 200, "{", "ResponseParseError"],
    ["nothing", 200, "", "ResponseParseError"],
  ])("when it is %s", async (_, status, body, name) => {
    const client = notesClient(await serve(reply(status, body)), { retries: 0 });
    client.use(validate());
    expect(await reasonOf(client.updateNote(request))).toMatchObject({ name });
  });
});

describe("a ValidationError's message", () => {
  test("names three issues and counts the others", async () => {
    const client = notesClient(await serve(success));
    client.use(validate());
    const attributes = { a: null, b: null, c: null, d: null, e: null } as unknown as Record<string, string>;
    const { message } = await rejection(
      client.updateNote({ ...request, labels: attributes }),
      ValidationError,
    );
    expect(message).toMatch(/: labels\.a must .*; labels\.b .*; labels\.c .*; and 2 more$/);
  });

  test("repeats neither the token, nor values, nor long names", async () => {
    const client = notesClient(await serve(success));
    client.use(validate());
    const attributes = { ["k".repeat(1000)]: ["a secret"] } as unknown as Record<string, string>;
    const error = await rejection(client.updateNote({ ...request, labels: attributes }), ValidationError);
    expect(error.message.length).toBeLessThan(300);
    expect(error.message).not.toMatch(new RegExp(`secret|${token}`));
  });
});

describe("for an API with parameters", () => {
  const object = type("object");
  const id = { id: type("integer") };
  const input = {
    get: all(object, required("id"), properties({ ...id, limit: all(type("integer"), maximum(9)) })),
    list: all(object, required("id", "body"), properties({ ...id, body: items(type("string")) })),
    upload: all(object, required("id", "file"), properties({ ...id, file: binary })),
    note: all(object, required("body"), properties({ body: type("string") })),
    pick: object,
  };
  const pet = schema(() => all(object, required("name"), properties({ name: type("string") })));
  const path = "/pets/{id}";
  const entries = {
    get: { method: "GET", path },
    list: { method: "PUT", path, body: "application/json", grouped: true },
    upload: { method: "POST", path, body: "multipart/form-data" },
    note: { method: "PATCH", path: "/notes", body: "text/plain", grouped: true, response: "text" },
    pick: { method: "GET", path: "/pick" },
  } as const;
  const number = schema(() => type("number"));
  const validators = Object.fromEntries(
    Object.keys(entries).map((name) => [
      name,
      { input: schema(() => input[name as keyof typeof input]), output: pet, errors: { "4XX": number } },
    ]),
  );
  Object.assign(validators["pick"] ?? {}, { outputs: { 200: pet, 202: number } });
  const make = validation(entries, validators);

  async function client(...answers: Parameters<typeof serve>) {
    const server = await serve(...answers);
    const made = otherClient(server, entries);
    made.use(make());
    return { server, made };
  }
  const named = reply(200, { name: "a" });

  test("parameters are validated by their names", async () => {
    const { server, made } = await client(named);
    expect(await made.get({ id: 1, limit: 9 })).toEqual({ name: "a" });
    const { issues } = await rejection(made.get({ limit: 10, id: "1" }), ValidationError);
    expect(issues.map(({ path }) => path)).toEqual([["id"], ["limit"]]);
    expect(server.requests).toHaveLength(1);
  });

  test("a body that stands under its name is validated there", async () => {
    const { made } = await client(named);
    expect(await made.list({ id: 1, body: ["a"] })).toEqual({ name: "a" });
    const { issues } = await rejection(made.list({ id: 1, body: ["a", 1] }), ValidationError);
    expect(issues.map(({ path }) => path)).toEqual([["body", 1]]);
  });

  test("of a form only the parameters beside it are validated", async () => {
    const { server, made } = await client(named);
    const { issues } = await rejection(made.upload({ id: "x", file: "a" }), ValidationError);
    expect(issues.map(({ path }) => path)).toEqual([["id"]]);
    expect(server.requests).toHaveLength(0);
  });

  test("text is not taken for JSON", async () => {
    const { server, made } = await client(reply(200, "5", { "Content-Type": "text/plain" }));
    expect(await made.note({ body: "5" })).toBe("5");
    expect(server.requests).toHaveLength(1);
  });

  test("the status tells which body a success has", async () => {
    const { made } = await client(reply(202, "5"), reply(200, "5"));
    expect(await made.pick()).toBe(5);
    expect(await rejection(made.pick(), ValidationError)).toMatchObject({ status: 200 });
  });

  test("an error is looked up by its range", async () => {
    const { made } = await client(reply(418, "5"), reply(418, '"five"'));
    expect(await reasonOf(made.get({ id: 1 }))).toMatchObject({ name: "ApiError", body: 5 });
    expect(await rejection(made.get({ id: 1 }), ValidationError)).toMatchObject({ status: 418 });
  });

  test("a stream is not waited for", async () => {
    const { made } = await client((response) => {
      response.writeHead(418, { "Content-Type": "text/event-stream" }).end("data: 1\n\n");
    });
    expect(await reasonOf(made.get({ id: 1 }))).toMatchObject({ name: "ApiError" });
  });
});
