import type { Middleware } from "openapi-fetch";
import { expect } from "vitest";

/** Where the API of these cases is. */
export const url = "https://api.example.test";
const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"] as const;

type Verb = (path: string, init?: object) => Promise<unknown>;
/** openapi-fetch's client without the types that tie it to one description. */
export interface Verbs extends Record<(typeof methods)[number] | "HEAD", Verb> {
  request(method: string, path: string, init?: object): Promise<unknown>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** What is asked of a client, what the API answers, and the client's options. */
export type Case = readonly [
  name: string,
  call: (client: Verbs) => Promise<unknown>,
  answer?: (() => Response) | undefined,
  options?: object,
];

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    Response.json(body, { status, headers });
const empty =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status, headers });
const body = { a: 1, b: "two" };
const path = (name: unknown) => ({ params: { path: { name } } });
const query = (value: object) => ({ params: { query: value } });

/** In which the verbs do what openapi-fetch does. */
export const same: readonly Case[] = [
  ...methods.map(
    (method): Case => [
      `${method} is sent as such`,
      (client) => client.request(method.toLowerCase(), "/things"),
    ],
  ),
  [
    "HEAD is sent as such, and has no data",
    (client) => client.HEAD("/things"),
    empty(200, { "Content-Length": "5" }),
  ],
  ["baseUrl may end with a slash", (client) => client.GET("/things"), undefined, { baseUrl: `${url}/` }],
  ["baseUrl may have a path", (client) => client.GET("/things"), undefined, { baseUrl: `${url}/v1` }],
  ["baseUrl may be a call's", (client) => client.GET("/things", { baseUrl: "https://other.example.test/" })],
  [
    "a call's baseUrl is that call's",
    async (client) => {
      await client.GET("/things", { baseUrl: "https://other.example.test" });
      return client.GET("/things");
    },
  ],
  ...["a", "a/b?c#d", "(f)!*'", "日本", "%20", 3, true].map(
    (name): Case => [`the path parameter ${name}`, (client) => client.GET("/tags/{name}", path(name))],
  ),
  [
    "styles in the path",
    (client) =>
      client.GET("/{s}/{.l}/{;m}/{e*}", {
        params: { path: { s: [1, 2], l: [1, 2], m: [1, 2], e: { a: 1 } } },
      }),
  ],
  [
    "a pathSerializer of the call's",
    (client) => client.GET("/tags/{name}", { ...path("x"), pathSerializer: () => `${url}/mine` }),
  ],
  [
    "primitives in the query",
    (client) => client.GET("/things", query({ s: "a b", n: 1, t: true, f: false, z: 0 })),
  ],
  ["nothing in the query", (client) => client.GET("/things", query({ a: null, b: undefined, c: "" }))],
  [
    "lists and objects in the query",
    (client) => client.GET("/things", query({ l: [1, 2], none: [], o: { a: 1, b: 2 } })),
  ],
  ...[
    { array: { style: "form", explode: false } },
    { array: { style: "pipeDelimited", explode: false } },
    { array: { style: "spaceDelimited", explode: true } },
    { object: { style: "form", explode: true } },
    { object: { style: "deepObject", explode: true } },
    { allowReserved: true },
  ].map(
    (querySerializer): Case => [
      `the query as ${JSON.stringify(querySerializer)}`,
      (client) =>
        client.GET("/things", {
          ...query({ l: ["a", "b"], o: { x: 1 }, r: "a/b" }),
          querySerializer: querySerializer,
        }),
    ],
  ),
  [
    "a querySerializer of the call's, and its question mark",
    (client) => client.GET("/things", { ...query({ a: 1 }), querySerializer: () => "?mine=1" }),
  ],
  ["a header of the client's", (client) => client.GET("/things"), undefined, { headers: { "X-One": "1" } }],
  [
    "a header of a call's, in its place",
    (client) => client.GET("/things", { headers: { "x-one": "2" } }),
    undefined,
    { headers: { "X-One": "1" } },
  ],
  [
    "a header that null removes",
    (client) => client.GET("/things", { headers: { "X-One": null } }),
    undefined,
    { headers: { "X-One": "1" } },
  ],
  [
    "header parameters",
    (client) => client.GET("/things", { params: { header: { "X-One": 1, "X-Two": true } } }),
  ],
  ["a Cookie", (client) => client.GET("/things", { headers: { Cookie: "session=1" } })],
  ...methods
    .filter((method) => !/GET|OPTIONS/.test(method))
    .flatMap((method): Case[] =>
      [body, null, false, "", 0, [1]].map((value) => [
        `the body ${JSON.stringify(value)} of ${method}`,
        (client) => client.request(method.toLowerCase(), "/things", { body: value }),
      ]),
    ),
  ["no body, and no Content-Type", (client) => client.POST("/things", { body: undefined })],
  ["no body, with a bodySerializer", (client) => client.POST("/things", { bodySerializer: () => "mine" })],
  [
    "a bodySerializer of the call's",
    (client) =>
      client.POST("/things", { body, bodySerializer: (value: unknown) => `mine ${JSON.stringify(value)}` }),
  ],
  [
    "a Content-Type of the call's",
    (client) => client.POST("/things", { body, headers: { "Content-Type": "application/vnd.api+json" } }),
  ],
  [
    "a Content-Type that null removes",
    (client) =>
      client.POST("/things", {
        body: "x",
        bodySerializer: () => new Uint8Array([1]),
        headers: { "Content-Type": null },
      }),
  ],
  [
    "a form",
    (client) =>
      client.POST("/things", { body, headers: { "Content-Type": "application/x-www-form-urlencoded" } }),
  ],
  ["JSON", (client) => client.GET("/things"), json({ a: 1 })],
  [
    "JSON of another media type",
    (client) => client.GET("/things"),
    () => new Response('{"a":1}', { headers: { "Content-Type": "application/vnd.api+json" } }),
  ],
  ["text", (client) => client.GET("/things", { parseAs: "text" }), () => new Response("text")],
  ["a stream", (client) => client.GET("/things", { parseAs: "stream" }), () => new Response("text")],
  ["no content", (client) => client.DELETE("/things"), empty(204)],
  ["an error", (client) => client.GET("/things"), json({ code: 1 }, 404)],
  [
    "an error that is no JSON",
    (client) => client.GET("/things"),
    () => new Response("Unauthorized", { status: 401 }),
  ],
  ["an error of length 0", (client) => client.GET("/things"), empty(500, { "Content-Length": "0" })],
  [
    "middleware that changes the request",
    (client) => {
      client.use({
        onRequest: ({ request }) => {
          request.headers.set("X-One", "1");
          return new Request(`${url}/other`, request);
        },
      });
      return client.PUT("/things", { body });
    },
  ],
  [
    "middleware that changes the response",
    (client) => {
      client.use({
        onResponse: ({ response }) =>
          new Response(response.body, { ...response, status: 206, headers: response.headers }),
      });
      return client.GET("/things");
    },
    json({ a: 1 }),
  ],
  [
    "middleware that answers, and ends the way of the request and the response",
    (client) => {
      client.use(
        { onRequest: () => Response.json({ mine: 1 }) },
        {
          onRequest: () => {
            throw new Error("asked");
          },
        },
        {
          onResponse: () => {
            throw new Error("told");
          },
        },
      );
      return client.GET("/things");
    },
  ],
  [
    "middleware in its order",
    async (client) => {
      const order: string[] = [];
      const named = (name: string): Middleware => ({
        onRequest: () => void order.push(`> ${name}`),
        onResponse: () => void order.push(`< ${name}`),
      });
      client.use(named("a"), named("b"));
      await client.GET("/things", { middleware: [named("c")] });
      return { data: order };
    },
  ],
  [
    "middleware that is told of an error, and gives another, or a response",
    async (client) => {
      const order: unknown[] = [];
      const thrown = (): never => {
        throw new Error("first");
      };
      client.use(
        { onError: () => Response.json({ saved: 1 }) },
        {
          onError: ({ error }) => {
            order.push(String(error));
            return new Error("second");
          },
        },
        { onError: ({ error }) => void order.push(String(error)) },
      );
      const result = await client.GET("/things", { fetch: thrown });
      // What every verb gives.
      return { data: [order, (result as { readonly data?: unknown }).data] };
    },
  ],
  [
    "middleware that is told what a call gave",
    async (client) => {
      const told: unknown[] = [];
      client.use({
        onRequest: ({ schemaPath, params, options, request }) =>
          void told.push(schemaPath, params, options.baseUrl, Object.isFrozen(params), request.url),
      });
      await client.GET("/tags/{name}", { params: { path: { name: "x" }, query: { a: 1 } } });
      return { data: told };
    },
  ],
  [
    "an id for each call that middleware is told of, the same on its way back",
    async (client) => {
      const ids: string[] = [];
      client.use({ onRequest: ({ id }) => void ids.push(id), onResponse: ({ id }) => void ids.push(id) });
      await client.GET("/things");
      await client.GET("/things");
      return { data: [ids.length, new Set(ids).size, ids[0] === ids[1]] };
    },
  ],
  [
    "middleware that has been ejected",
    (client) => {
      const one: Middleware = { onRequest: () => Response.json({ mine: 1 }) };
      client.use(one);
      client.eject(one);
      return client.GET("/things");
    },
  ],
  [
    "middleware that gives what it must not",
    (client) => {
      client.use({ onRequest: () => ({}) as Request });
      return client.GET("/things").catch(() => ({ data: "refused" }));
    },
  ],
];

/** What each gives, where that is not the same. */
export const different: readonly (readonly [Case, theirs: unknown, ours: unknown])[] = [
  [
    ["a success that is no JSON", (client) => client.GET("/things"), () => new Response("<html>")],
    expect.stringContaining("SyntaxError"),
    expect.stringContaining("ResponseParseError"),
  ],
  [
    ["a success that is empty, where there should be JSON", (client) => client.GET("/things"), empty(200)],
    { data: undefined },
    expect.stringContaining("ResponseParseError"),
  ],
  [
    [
      "a text of length 0",
      (client) => client.GET("/things", { parseAs: "text" }),
      empty(200, { "Content-Length": "0" }),
    ],
    { data: undefined },
    { data: "" },
  ],
  [
    ["an error without a body and a length", (client) => client.GET("/things"), empty(500)],
    { error: "" },
    { error: undefined },
  ],
  [
    [
      "a network error",
      (client) => client.GET("/things", { fetch: () => Promise.reject(new TypeError("fetch failed")) }),
    ],
    "thrown: TypeError: fetch failed",
    expect.stringContaining("ConnectionError"),
  ],
];
