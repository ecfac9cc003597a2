import { isDeepStrictEqual } from "node:util";
import { buildModel } from "@visitors-api/codegen";
import { exampleCall, exampleOptions } from "@visitors-api/codegen/example-call";
import { allParts, type Description, type Parameter, readDescription } from "@visitors-api/openapi";
import { character } from "@visitors-api/openapi/character";
import { exampleInput, exampleRequest } from "@visitors-api/openapi/example-request";
import notesDocument from "@visitors-api/openapi/notes" with { type: "json" };
import { json, name, valuesOf } from "@visitors-api/openapi/schema-values";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiError } from "../src/index.ts";
import { checkPathParameters } from "../src/runtime/index.ts";
import { apis } from "./apis.ts";
import { createClient } from "./notes/generated/index.ts";
import { note, notesClient, rejection, request, token } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { type ReceivedRequest, reply, serve, type TestServer } from "./server.ts";

const { schemas: notesSchemas } = readDescription(notesDocument);

/** How often each property is tried. What fails is printed with its seed, to be tried again. */
const runs = { numRuns: 200 };

/** The request that came last, which must be the only one that has come since. */
function lastOf(server: TestServer, before: number): ReceivedRequest {
  expect(server.requests).toHaveLength(before + 1);
  // Just counted.
  return server.requests[before] as ReceivedRequest;
}

describe.each(apis)("any input that the types of $api allow reaches the server as described", (api) => {
  const description = readDescription(api.document);
  // Of each operation its header parameters and, where it is JSON, its body; other parameters are below, of an API that has some.
  const model = buildModel(description);
  const operations = description.operations.map((described) => {
    // The client is told where the API is.
    const operation = { ...described, servers: [], parameters: described.parameters.filter(isNoHeader) };
    return {
      headerParameters: described.parameters.filter((parameter) => !isNoHeader(parameter)),
      request: exampleRequest(description, operation, { secret: token }),
      call: exampleCall(description, model, operation),
      others: exampleCall(description, model, { ...operation, requestBody: undefined }).input,
      media: exampleInput(description, operation).body?.media,
    };
  });

  test.each(operations)("$call.method", async ({ headerParameters, request, call, others, media }) => {
    const server = await serve(reply(200, note));
    // The options are those that this description asks for, as is what else is sent.
    const client = api.createClient({ ...exampleOptions(model, token), baseUrl: server.url } as never);
    // The client has a method for each operation, and its types are made of the schemas that these values are.
    const method = Reflect.get(client, call.method) as (input: object, options: object) => Promise<unknown>;
    const isJson = media?.kind === "json";
    const bodies = isJson ? valuesOf(media.schema ?? true, description.schemas) : fc.constant(undefined);

    await fc.assert(
      fc.asyncProperty(bodies, headersOf(headerParameters, description), async (body, headers) => {
        const before = server.requests.length;
        const ownBody = "body" in call.input ? { body } : Object(body);
        await method(isJson ? { ...others, ...ownBody } : call.input, { ...call.options, headers });
        const received = lastOf(server, before);
        expect(received.method).toBe(request.method);
        expect(received.url).toBe(request.target);
        const { "content-type": mediaType = "", ...sent } = {
          ...defaultsOf(headerParameters, description),
          ...request.headers,
        };
        expect(received.headers).toMatchObject({ ...sent, ...inLowerCase(headers) });
        // The boundary of a form's parts is another each time.
        expect(received.headers["content-type"] ?? "").toContain(mediaType.split(";")[0]);
        if (isJson) expect(isDeepStrictEqual(JSON.parse(received.body), plain(body))).toBe(true);
        else if (media?.kind !== "multipart") expect(received.bytes).toEqual(Buffer.from(request.body));
      }),
      runs,
    );
  });
});

describe("any parameters reach the server as they are given", () => {
  test("in the path and in the query", async () => {
    const server = await serve(reply(200, {}));
    const read = { method: "GET", path: "/things/{id}/parts" };
    const client = otherClient(server, { read }, { description: { prepare: checkPathParameters } });
    // Half of a character has no form in a URL.
    const wellFormed = fc.string({ unit: character });
    await fc.assert(
      fc.asyncProperty(wellFormed, fc.option(wellFormed), async (id, page) => {
        const before = server.requests.length;
        const call = client.read({ id, page: page ?? undefined });
        if (/^\.{0,2}$/.test(id)) return void (await rejection(call, TypeError));
        await call;
        const [, things, segment, parts, ...others] = lastOf(server, before).url?.split(/[/?]/) ?? [];
        expect([things, parts]).toEqual(["things", "parts"]);
        expect(decodeURIComponent(segment ?? "")).toBe(id);
        expect(others.map((query) => decodeURIComponent(query))).toEqual(
          page === null ? [] : [`page=${page}`],
        );
      }),
      runs,
    );
  });
});

function isNoHeader(parameter: Parameter): boolean {
  return parameter.in !== "header";
}

/** The values that header parameters are described to have, each given or not. */
function headersOf(
  parameters: readonly Parameter[],
  description: Description,
): fc.Arbitrary<Record<string, string>> {
  const values = parameters.map((parameter) => {
    const [{ value } = { value: undefined }] = exampleInput(description, {
      parameters: [{ ...parameter, required: true }],
      requestBody: undefined,
    }).parameters;
    const listed = allParts(parameter.schema, description.schemas).flatMap((part) => part.enum ?? []);
    return [parameter.name, fc.constantFrom(...[...listed, value].map(String))] as const;
  });
  return fc.record(Object.fromEntries(values), {
    requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
  });
}

/** What is sent of header parameters that a call does not give. */
function defaultsOf(parameters: readonly Parameter[], { schemas }: Description): Record<string, string> {
  return inLowerCase(
    Object.fromEntries(
      parameters.flatMap(({ name, schema }) => {
        const part = allParts(schema, schemas).find((one) => one.default !== undefined);
        return part === undefined ? [] : [[name, String(part.default)]];
      }),
    ),
  );
}

function inLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** A value as JSON has it: there is no -0, and no property that is undefined. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = Object.entries(value).filter(([, property]) => property !== undefined);
  return Object.fromEntries(entries.map(([key, property]) => [key, plain(property)]));
}

describe("any JSON that the server sends comes back equal", () => {
  async function echo(status: number) {
    let body: unknown;
    const server = await serve((response) => reply(status, JSON.stringify(body))(response));
    const client = notesClient(server, { retries: 0 });
    const sends = (value: unknown) => {
      body = value;
    };
    return { client, sends };
  }

  test("from a method and from a verb", async () => {
    const { client, sends } = await echo(200);
    await fc.assert(
      fc.asyncProperty(json, fc.boolean(), async (value, verb) => {
        sends(value);
        const result = verb
          ? (await client.PUT("/notes", { body: request })).data
          : await client.updateNote(request);
        expect(isDeepStrictEqual(plain(result), plain(value))).toBe(true);
        expect(JSON.stringify(result)).toBe(JSON.stringify(value));
      }),
      runs,
    );
  });

  test("as it is described, with properties that are not", async () => {
    const { client, sends } = await echo(200);
    const notes = valuesOf({ $ref: "#/components/schemas/Note" }, notesSchemas);
    await fc.assert(
      fc.asyncProperty(notes, fc.dictionary(name, json, { maxKeys: 2 }), async (described, others) => {
        const value = Object.fromEntries([...Object.entries(others), ...Object.entries(described as object)]);
        sends(value);
        expect(isDeepStrictEqual(plain(await client.updateNote(request)), plain(value))).toBe(true);
      }),
      runs,
    );
  });

  test("as the body of an error", async () => {
    const { client, sends } = await echo(422);
    const errors = fc.oneof(valuesOf({ $ref: "#/components/schemas/ErrorList" }, notesSchemas), json);
    await fc.assert(
      // An empty string is what openapi-fetch makes of no body.
      fc.asyncProperty(
        errors.filter((value) => value !== ""),
        async (value) => {
          sends(value);
          const { body } = await rejection(client.updateNote(request), ApiError);
          expect(isDeepStrictEqual(plain(body), plain(value))).toBe(true);
        },
      ),
      runs,
    );
  });

  test("a thousand levels deep", async () => {
    const { client, sends } = await echo(200);
    let value: unknown = "the end";
    for (let level = 0; level < 1000; level++) value = level % 2 ? [value] : { level: value };
    sends(value);
    expect(JSON.stringify(await client.updateNote(request))).toBe(JSON.stringify(value));
  });
});

describe("a token", () => {
  const characters = (ranges: [number, number][]) =>
    fc
      .oneof(...ranges.map(([min, max]) => fc.integer({ min, max })))
      .map((code) => String.fromCharCode(code));
  // RFC 9110 § 5.5. Spaces and tabs at its end are not part of a value.
  const visible = fc.string({
    unit: characters([
      [0x21, 0x7e],
      [0x80, 0xff],
    ]),
    minLength: 8,
  });
  const forbidden = characters([
    [0, 8],
    [0xa, 0x1f],
    [0x7f, 0x7f],
    [0x100, 0xffff],
  ]);

  test("of any characters that a header may have arrives", async () => {
    const server = await serve(reply(200, note));
    const allowed = fc
      .tuple(visible, fc.constantFrom("", " ", "\t", "  "), visible)
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(allowed, async (token) => {
        const before = server.requests.length;
        await notesClient(server, { token }).updateNote(request);
        expect(lastOf(server, before).headers.authorization).toBe(`Bearer ${token}`);
      }),
      runs,
    );
  });

  test("with any other is refused, unsent, and not repeated", async () => {
    let sent = 0;
    const fetch = async () => Response.json(note, { status: ++sent && 200 });
    await fc.assert(
      fc.asyncProperty(visible, forbidden, visible, async (start, character, end) => {
        const client = createClient({ token: start + character + end, fetch });
        const { message, stack } = await rejection(client.updateNote(request), TypeError);
        expect(message).toContain("Authorization");
        for (const part of [start, end]) expect(`${message}${stack}`).not.toContain(part);
        expect(sent).toBe(0);
      }),
      runs,
    );
  });
});
