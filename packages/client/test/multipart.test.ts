import { describe, expect, test } from "vitest";
import { multipart, type OperationEntry } from "../src/runtime/index.ts";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { partsOf, type ReceivedPart } from "./parts.ts";
import { type ReceivedRequest, reply, serve } from "./server.ts";

type Encoding = NonNullable<OperationEntry["encoding"]>;

const bytes = new Uint8Array([0, 1, 0xff, 0x0d, 0x0a, 0x2d, 0x2d]);

/** What arrives of a call with such a body. */
async function sent(mediaType: string, body: unknown, encoding?: Encoding): Promise<ReceivedRequest> {
  const server = await serve(reply(200, {}));
  const send = { method: "POST", path: "/things", body: mediaType, encoding, grouped: true };
  await otherClient(server, { send }, { description: { prepare: multipart } }).send({ body });
  // The call has been answered.
  return server.requests[0] as ReceivedRequest;
}

const form = async (fields: object, encoding?: Encoding): Promise<ReceivedPart[]> =>
  partsOf(await sent("multipart/form-data", fields, encoding));

/** A part as its name, its media type and its text. */
const brief = ({ headers, text }: ReceivedPart) => [
  headers["Content-Disposition"]?.replace(/^form-data; /, ""),
  headers["Content-Type"],
  text,
];

describe("multipart/form-data has a part for each property", () => {
  test("which every reader of forms understands", async () => {
    const file = new File([bytes], 'ü "a".png', { type: "image/png" });
    const request = await sent("multipart/form-data", { 'n "1"\r\n': "grüße", file });
    const headers = { "Content-Type": request.headers["content-type"] ?? "" };
    const data = await new Response(new Uint8Array(request.bytes), { headers }).formData();
    expect(data.get('n "1"\r\n')).toBe("grüße");
    const read = data.get("file");
    if (!(read instanceof File)) throw new Error("The file arrived as text.");
    expect([read.name, read.type]).toEqual(['ü "a".png', "image/png"]);
    expect(Buffer.from(await read.arrayBuffer())).toEqual(Buffer.from(bytes));
  });

  test("with the media types of the specification's defaults", async () => {
    const fields = {
      text: "a",
      empty: "",
      number: 0,
      flag: false,
      date: new Date(0),
      object: { a: [null] },
      blob: new Blob(["b"]),
      typed: new Blob(["c"], { type: "image/png" }),
      buffer: new TextEncoder().encode("d").buffer,
    };
    expect((await form(fields)).map(brief)).toEqual([
      ['name="text"', undefined, "a"],
      ['name="empty"', undefined, ""],
      ['name="number"', undefined, "0"],
      ['name="flag"', undefined, "false"],
      ['name="date"', undefined, "1970-01-01T00:00:00.000Z"],
      ['name="object"', "application/json", '{"a":[null]}'],
      ['name="blob"; filename="blob"', "application/octet-stream", "b"],
      ['name="typed"; filename="blob"', "image/png", "c"],
      ['name="buffer"; filename="blob"', "application/octet-stream", "d"],
    ]);
  });

  test("with the media types that are described", async () => {
    const png = new Blob(["1"], { type: "image/png" });
    const gif = new Blob(["2"], { type: "image/gif" });
    const fields = {
      csv: "a,b",
      json: "text",
      meta: { k: "v" },
      one: png,
      listed: png,
      other: gif,
      ranged: gif,
      bare: bytes,
    };
    const encoding = {
      csv: "text/csv",
      json: "application/json",
      meta: "application/vnd.meta+json; charset=utf-8",
      one: "image/jpeg",
      listed: "image/jpeg, image/png",
      other: "image/jpeg, image/png",
      ranged: "application/pdf, image/*",
      bare: "image/*",
    };
    const parts = (await form(fields, encoding)).map(({ headers, text }) => [headers["Content-Type"], text]);
    expect(parts).toEqual([
      ["text/csv", "a,b"],
      ["application/json", '"text"'],
      ["application/vnd.meta+json; charset=utf-8", '{"k":"v"}'],
      ["image/jpeg", "1"],
      ["image/png", "1"],
      ["image/jpeg", "2"],
      ["image/gif", "2"],
      ["application/octet-stream", Buffer.from(bytes).toString()],
    ]);
  });

  test("in the order of the properties, and byte for byte", async () => {
    const parts = await form({ z: bytes, a: "a\nb\r\nc\r", m: new Blob([bytes]) });
    expect(parts.map(({ bytes }) => bytes)).toEqual([
      Buffer.from(bytes),
      Buffer.from("a\nb\r\nc\r"),
      Buffer.from(bytes),
    ]);
  });

  test.each([
    ["a text", ["1", 2], undefined, [undefined, "1"], [undefined, "2"]],
    [
      "an object",
      [{ a: 1 }, { a: 2 }],
      undefined,
      ["application/json", '{"a":1}'],
      ["application/json", '{"a":2}'],
    ],
    [
      "a file",
      [new Blob(["x"]), bytes],
      undefined,
      ["application/octet-stream", "x"],
      ["application/octet-stream", Buffer.from(bytes).toString()],
    ],
    ["of a described type", ["x", "y"], "text/csv", ["text/csv", "x"], ["text/csv", "y"]],
    ["a list", [[1], [2]], undefined, ["application/json", "[1]"], ["application/json", "[2]"]],
  ] as const)("of a list for each item, when it is %s", async (_, list, mediaType, ...expected) => {
    const parts = await form({ list }, mediaType ? { list: mediaType } : {});
    expect(parts.map(({ headers, text }) => [headers["Content-Type"], text])).toEqual(expected);
    for (const { headers } of parts) expect(headers["Content-Disposition"]).toContain('name="list"');
  });

  test("but not for what is null or undefined, unless it is described to be JSON", async () => {
    const fields = { a: null, b: undefined, c: [null, "1", undefined], d: [], e: null, f: { g: null } };
    expect((await form(fields, { e: "application/json", f: ["form", true] })).map(brief)).toEqual([
      ['name="c"', undefined, "1"],
      ['name="e"', "application/json", "null"],
    ]);
  });

  test.each([
    [
      "form",
      ["form", true],
      ["a b", "c&d"],
      [
        ["color", "a b"],
        ["color", "c&d"],
      ],
    ],
    ["form, not exploded", ["form"], ["a b", "ü"], [["color", "a b,ü"]]],
    [
      "form, of an object",
      ["form", true],
      { R: 100, "G B": 2 },
      [
        ["R", "100"],
        ["G B", "2"],
      ],
    ],
    ["form, of an object, not exploded", ["form"], { R: 100, G: 200 }, [["color", "R,100,G,200"]]],
    ["spaceDelimited", ["spaceDelimited"], ["blue", "black"], [["color", "blue black"]]],
    ["pipeDelimited", ["pipeDelimited"], ["blue", "black"], [["color", "blue|black"]]],
    [
      "deepObject",
      ["deepObject", true],
      { R: 100, G: 200 },
      [
        ["color[R]", "100"],
        ["color[G]", "200"],
      ],
    ],
  ] satisfies [string, Encoding[string], unknown, [string, string][]][])(
    "in the style %s, and not percent-encoded",
    async (_, style, color, expected) => {
      const parts = await form({ color }, { color: style });
      expect(parts.map(brief)).toEqual(expected.map(([name, text]) => [`name="${name}"`, undefined, text]));
    },
  );

  test("or none, of an object without properties", async () => {
    const { headers, body } = await sent("multipart/form-data", {});
    const boundary = headers["content-type"]?.split("=")[1];
    expect(body).toBe(`--${boundary}--\r\n`);
  });

  test("and an object that is described to be XML is refused before any request", async () => {
    const error = await rejection(
      sent("multipart/form-data", { a: { b: 1 } }, { a: "application/xml" }),
      TypeError,
    );
    expect(error.message).toBe("The field a is application/xml: give it as text");
  });
});

describe("another multipart media type is sent as that", () => {
  test.each(["multipart/mixed", "multipart/related; type=text/plain"])(
    "%s, its parts with their names",
    async (mediaType) => {
      const file = new File(["f"], "f.txt", { type: "text/x-f" });
      const request = await sent(
        mediaType,
        { a: "grüße", b: { c: 1 }, d: new Blob(["d"]), e: "<e/>", file },
        { e: "application/xml" },
      );
      expect(request.headers["content-type"]).toMatch(new RegExp(`^${mediaType}; boundary=\\S+$`));
      expect(partsOf(request).map(brief)).toEqual([
        ['name="a"', "text/plain;charset=UTF-8", "grüße"],
        ['name="b"', "application/json", '{"c":1}'],
        ['name="d"', "application/octet-stream", "d"],
        ['name="e"', "application/xml", "<e/>"],
        ['name="file"; filename="f.txt"', "text/x-f", "f"],
      ]);
    },
  );

  test("a list as its items, without names", async () => {
    const request = await sent("multipart/mixed", [
      "a",
      null,
      { b: 1 },
      [2],
      new Blob(["c"], { type: "image/png" }),
    ]);
    expect(partsOf(request).map(({ headers, text }) => [Object.entries(headers), text])).toEqual([
      [[["Content-Type", "text/plain;charset=UTF-8"]], "a"],
      [[["Content-Type", "application/json"]], '{"b":1}'],
      [[["Content-Type", "application/json"]], "[2]"],
      [[["Content-Type", "image/png"]], "c"],
    ]);
  });
});

describe("a boundary", () => {
  test("is another for each body, and the same for each attempt", async () => {
    const server = await serve(reply(503, "", { "Retry-After": 0 }), reply(200, {}));
    const send = { method: "PUT", path: "/things", body: "multipart/form-data" };
    const client = otherClient(server, { send }, { description: { prepare: multipart } });
    await client.send({ a: new Blob([bytes]) });
    await client.send({ a: new Blob([bytes]) });
    const [first, second, other] = server.requests.map(({ headers }) => headers["content-type"]);
    expect(first).toBe(second);
    expect(first).not.toBe(other);
    for (const request of server.requests) expect(partsOf(request)[0]?.bytes).toEqual(Buffer.from(bytes));
  });

  test("is there for middleware, which can read the form", async () => {
    const server = await serve(reply(200, {}));
    const send = { method: "POST", path: "/things", body: "multipart/form-data" };
    const client = otherClient(server, { send }, { description: { prepare: multipart } });
    const seen: unknown[] = [];
    client.use({
      onRequest: async ({ request }: { request: Request }) => {
        seen.push(...(await request.clone().formData()));
      },
    });
    await client.send({ a: "1" });
    expect(seen).toEqual([["a", "1"]]);
    expect(server.requests.flatMap(partsOf).map(({ text }) => text)).toEqual(["1"]);
  });
});

describe("a body that is multipart already is sent as it is", () => {
  test.each([{}, { headers: { "Content-Type": "multipart/form-data" } }])(
    "a FormData, with %j",
    async (options) => {
      const server = await serve(reply(200, {}));
      const send = { method: "POST", path: "/things", body: "multipart/form-data", grouped: true };
      const client = otherClient(server, { send }, { description: { prepare: multipart } });
      const body = new FormData();
      body.append("a", "1");
      await client.send({ body }, options);
      expect(server.requests.flatMap(partsOf).map(({ text }) => text)).toEqual(["1"]);
    },
  );

  test("what a bodySerializer makes of it", async () => {
    const server = await serve(reply(200, {}));
    const send = { method: "POST", path: "/things", body: "multipart/form-data" };
    const client = otherClient(server, { send }, { description: { prepare: multipart } });
    const { POST } = client as unknown as { POST(path: string, init: object): Promise<unknown> };
    const bodySerializer = () => {
      const data = new FormData();
      data.append("b", "2");
      return data;
    };
    await POST("/things", { body: { a: "1" }, bodySerializer });
    expect(server.requests.flatMap(partsOf).map(brief)).toEqual([['name="b"', undefined, "2"]]);
  });
});
