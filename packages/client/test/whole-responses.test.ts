import { describe, expect, test } from "vitest";
import { type Client, createClient, NotFoundError } from "../src/index.ts";
import { reply, serve } from "./server.ts";
import { errorList, rejection, request, token, visitor, visitorsClient } from "./visitors.ts";

type Middleware = Parameters<Client["use"]>[0];

const success = reply(200, visitor);
const notFound = errorList("not_found", "Visitor Not Found");

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
    const client = visitorsClient(await serve(success, success, reply(404, notFound)));
    client.use({ onResponse });
    expect(await client.updateVisitor(request)).toEqual(visitor);
    expect((await client.PUT("/visitors", { body: request })).data).toEqual(visitor);
    expect((await rejection(client.updateVisitor(request), NotFoundError)).body).toEqual(notFound);
  });
});

describe("the response that middleware gets", () => {
  test("has not been read, and can be read as a stream without a part being lost for the call", async () => {
    const client = visitorsClient(await serve(success));
    const seen: unknown[] = [];
    client.use({
      async onResponse({ response }) {
        seen.push(response.bodyUsed, response.body?.locked);
        const parts: Uint8Array[] = [];
        for await (const part of response.body ?? []) parts.push(part);
        seen.push(JSON.parse(Buffer.concat(parts).toString()), response.bodyUsed);
      },
    });
    expect(await client.updateVisitor(request)).toEqual(visitor);
    expect(seen).toEqual([false, false, visitor, true]);
  });

  test("gives its bytes as they came, a byte order mark among them", async () => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(visitor)}`);
    const server = await serve((response) => void response.end(bytes));
    const client = visitorsClient(server);
    const seen: Uint8Array[] = [];
    client.use({
      onResponse: async ({ response }) =>
        void seen.push(new Uint8Array(await response.clone().arrayBuffer()), await response.bytes()),
    });
    expect(await client.updateVisitor(request)).toEqual(visitor);
    expect(seen.map((each) => Buffer.from(each))).toEqual([bytes, bytes]);
  });

  test("can be read by each of several, without a clone", async () => {
    const client = visitorsClient(await serve(success));
    const seen: unknown[] = [];
    const reader: Middleware = { onResponse: async ({ response }) => void seen.push(await response.json()) };
    client.use(reader, reader);
    await client.updateVisitor(request);
    expect(seen).toEqual([visitor, visitor]);
  });

  test("says where it came from, and so does its clone", async () => {
    const server = await serve(success);
    const client = visitorsClient(server);
    const seen: unknown[] = [];
    client.use({
      onResponse({ response }) {
        for (const { url, redirected, type } of [response, response.clone()])
          seen.push([url, redirected, type]);
      },
    });
    await client.updateVisitor(request);
    const { type } = await fetch(server.url);
    expect(seen).toEqual(Array(2).fill([`${server.url}/visitors`, false, type]));
  });
});

test("a response of middleware's own is what the verbs return, with a body that can be read", async () => {
  const client = visitorsClient(await serve(success));
  const own = Response.json({ ...visitor, name: "Changed" });
  client.use({ onResponse: () => own });
  const { data, response } = await client.PUT("/visitors", { body: request });
  expect(response).toBe(own);
  expect(data).toEqual(await response.json());
});

test.each([
  ["has none, as in React Native", undefined],
  ["has one of another kind, as node-fetch", {}],
])("a response is read where it %s in place of the platform's stream", async (_, body) => {
  const fetch = async () => Object.defineProperty(Response.json(visitor), "body", { value: body });
  const client = createClient({ token, fetch });
  expect(await client.updateVisitor(request)).toEqual(visitor);
  const { response } = await client.updateVisitor(request).withResponse();
  expect(await response.json()).toEqual(visitor);
});
