import { describe, expect, test } from "vitest";
import { type Client, createClient, NotFoundError } from "./notes/generated/index.ts";
import { errorList, note, notesClient, rejection, request, token } from "./notes.ts";
import { reply, serve } from "./server.ts";

type Middleware = Parameters<Client["use"]>[0];

const success = reply(200, note);
const notFound = errorList("not_found", "Note Not Found");

describe("middleware may hand on", () => {
  test.each([
    [
      "a response made of the body of the one it got",
      ({ response }) => new Response(response.body, response),
    ],
    ["one made of a clone's", ({ response }) => new Response(response.clone().body, response)],
    [
      "one whose body passes through a stream",
      ({ response }) => new Response(response.body?.pipeThrough(new TransformStream()), response),
    ],
  ] satisfies [string, Middleware["onResponse"]][])("%s", async (_, onResponse) => {
    const client = notesClient(await serve(success, success, reply(404, notFound)));
    client.use({ onResponse });
    expect(await client.updateNote(request)).toEqual(note);
    expect((await client.PUT("/notes", { body: request })).data).toEqual(note);
    expect((await rejection(client.updateNote(request), NotFoundError)).body).toEqual(notFound);
  });
});

describe("the response that middleware gets", () => {
  test("has not been read, and can be read as a stream without a part being lost for the call", async () => {
    const client = notesClient(await serve(success));
    const seen: unknown[] = [];
    client.use({
      async onResponse({ response }) {
        seen.push(response.bodyUsed, response.body?.locked);
        const parts: Uint8Array[] = [];
        for await (const part of response.body ?? []) parts.push(part);
        seen.push(JSON.parse(Buffer.concat(parts).toString()), response.bodyUsed);
      },
    });
    expect(await client.updateNote(request)).toEqual(note);
    expect(seen).toEqual([false, false, note, true]);
  });

  test("gives its bytes as they came, a byte order mark among them", async () => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(note)}`);
    const server = await serve((response) => void response.end(bytes));
    const client = notesClient(server);
    const seen: Uint8Array[] = [];
    client.use({
      onResponse: async ({ response }) =>
        void seen.push(new Uint8Array(await response.clone().arrayBuffer()), await response.bytes()),
    });
    expect(await client.updateNote(request)).toEqual(note);
    expect(seen.map((each) => Buffer.from(each))).toEqual([bytes, bytes]);
  });

  test("can be read by each of several, without a clone", async () => {
    const client = notesClient(await serve(success));
    const seen: unknown[] = [];
    const reader: Middleware = { onResponse: async ({ response }) => void seen.push(await response.json()) };
    client.use(reader, reader);
    await client.updateNote(request);
    expect(seen).toEqual([note, note]);
  });

  test("says where it came from, and so does its clone", async () => {
    const server = await serve(success);
    const client = notesClient(server);
    const seen: unknown[] = [];
    client.use({
      onResponse({ response }) {
        for (const { url, redirected, type } of [response, response.clone()])
          seen.push([url, redirected, type]);
      },
    });
    await client.updateNote(request);
    const { type } = await fetch(server.url);
    expect(seen).toEqual(Array(2).fill([`${server.url}/notes`, false, type]));
  });
});

test("a response of middleware's own is what the verbs return, with a body that can be read", async () => {
  const client = notesClient(await serve(success));
  const own = Response.json({ ...note, name: "Changed" });
  client.use({ onResponse: () => own });
  const { data, response } = await client.PUT("/notes", { body: request });
  expect(response).toBe(own);
  expect(data).toEqual(await response.json());
});

test.each([
  ["has none, as in React Native", undefined],
  ["has one of another kind, as node-fetch", {}],
])("a response is read where it %s in place of the platform's stream", async (_, body) => {
  const fetch = async () => Object.defineProperty(Response.json(note), "body", { value: body });
  const client = createClient({ token, fetch });
  expect(await client.updateNote(request)).toEqual(note);
  const { response } = await client.updateNote(request).withResponse();
  expect(await response.json()).toEqual(note);
});
