import { describe, expect, test } from "vitest";
import {
  chosenBody,
  form,
  multipart,
  type OperationEntry,
  raw,
  splitChosenInput,
} from "../src/runtime/index.ts";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { type ReceivedRequest, reply, serve } from "./server.ts";

const description = { prepare: chosenBody(form, multipart, raw), split: splitChosenInput };
const success = reply(200, {});
const bytes = new Uint8Array([0, 1, 0xff, 0x0d, 0x0a]);
const png = new Blob([bytes], { type: "image/png" });

/** What arrives of a call of a method that has that body. */
async function received(
  body: Partial<OperationEntry>,
  input: object,
  options: Readonly<Record<string, unknown>> = {},
  middleware?: object,
): Promise<ReceivedRequest> {
  const server = await serve(success);
  const operation = { method: "POST", path: "/things", ...body };
  const client = otherClient(server, { send: operation }, { description });
  if (middleware) client.use(middleware);
  await client.send(input, options);
  expect(server.requests).toHaveLength(1);
  // Just counted.
  return server.requests[0] as ReceivedRequest;
}

const mediaTypeOf = ({ headers }: ReceivedRequest) => headers["content-type"];

describe("where a description gives a range of media types, a body is sent as it is, and says what it is", () => {
  const image = { body: "image/*", grouped: true };
  const anything = { body: "*/*", grouped: true };
  const text = { body: "text/*", grouped: true };

  test.each([
    ["a Blob, by its own type", image, png, "image/png"],
    [
      "a Blob whose type has parameters",
      text,
      new Blob(["a"], { type: "text/csv;header=present" }),
      "text/csv;header=present",
    ],
    [
      "a Blob whose type is not in the range",
      image,
      new Blob([bytes], { type: "text/plain" }),
      "application/octet-stream",
    ],
    ["a Blob without a type", image, new Blob([bytes]), "application/octet-stream"],
    ["an ArrayBuffer", anything, bytes.buffer, "application/octet-stream"],
    ["a view of one", anything, bytes, "application/octet-stream"],
    ["a text", text, "grüße\n", "text/plain;charset=UTF-8"],
    ["an empty text", anything, "", "text/plain;charset=UTF-8"],
    ["an object, where JSON is in the range", anything, { a: [1] }, "application/json"],
    [
      "a list, where JSON is in the range",
      { ...anything, body: "application/*" },
      [1, "a"],
      "application/json",
    ],
  ])("%s", async (_, entry, body, mediaType) => {
    const request = await received(entry, { body });
    expect(mediaTypeOf(request)).toBe(mediaType);
    const isJson = mediaType === "application/json";
    const expected = isJson ? JSON.stringify(body) : await new Response(body as BodyInit).arrayBuffer();
    expect(request.bytes).toEqual(Buffer.from(expected as string));
  });

  test("a stream, as it comes", async () => {
    const body = new Blob(["all ", "of it"]).stream();
    const request = await received(anything, { body });
    expect([mediaTypeOf(request), request.body]).toEqual(["application/octet-stream", "all of it"]);
  });

  test.each([
    ["header", { headers: { "content-type": "image/webp" } }],
    ["header, among others", { headers: new Headers({ "Content-Type": "image/webp", "X-Trace": "a" }) }],
    ["option", { contentType: "image/webp" }],
  ])("as the call's %s says, when there is one", async (_, options) => {
    for (const body of [png, bytes]) {
      const request = await received(image, { body }, options);
      expect([mediaTypeOf(request), request.bytes]).toEqual(["image/webp", Buffer.from(bytes)]);
    }
  });

  test("but never as the range itself", async () => {
    for (const options of [{}, { contentType: "image/*" }, { headers: { "Content-Type": "image/*" } }]) {
      expect(mediaTypeOf(await received(image, { body: png }, options))).toBe("image/png");
    }
  });

  test("and a form that may be of any kind is the most common one", async () => {
    const request = await received({ body: "multipart/*" }, { a: "1" });
    expect(mediaTypeOf(request)).toMatch(/^multipart\/form-data; boundary=\S+$/);
  });

  test("and middleware sees what it is", async () => {
    const seen: (string | null)[] = [];
    const onRequest = ({ request }: { request: Request }) =>
      void seen.push(request.headers.get("content-type"));
    expect(mediaTypeOf(await received(image, { body: png }, {}, { onRequest }))).toBe("image/png");
    expect(seen).toEqual(["image/png"]);
  });
});

describe("a body of one media type is sent as that", () => {
  test.each([
    ["application/octet-stream", png],
    ["image/jpeg", png],
    ["application/xml", "<a/>"],
    ["application/x-ndjson", '{"a":1}\n{"a":2}\n'],
    ["application/json-seq", new Blob(['\x1e{"a":1}\n'])],
    ["text/csv; header=present", "a,b"],
  ])("%s, whatever a Blob says of itself", async (mediaType, body) => {
    const request = await received({ body: mediaType, grouped: true }, { body });
    expect(mediaTypeOf(request)).toBe(mediaType);
    expect(request.bytes).toEqual(Buffer.from(await new Response(body).arrayBuffer()));
  });

  test("an object that is to be neither JSON nor a form is refused before any request", async () => {
    const server = await serve(success);
    const send = { method: "POST", path: "/things", body: "application/xml", grouped: true };
    const client = otherClient(server, { send }, { description });
    const error = await rejection(client.send({ body: { a: 1 } }), TypeError);
    expect(error.message).toContain("application/xml");
    expect(server.requests).toHaveLength(0);
  });
});

describe("where a description offers several media types, a call chooses", () => {
  const several = {
    body: "application/json",
    bodies: {
      "text/csv": { grouped: true },
      "application/x-www-form-urlencoded": { encoding: { tags: ["form"] } },
      "multipart/form-data": {},
      "image/*": { grouped: true },
    },
  } satisfies Partial<OperationEntry>;
  const rows = { tags: ["a", "b"] };

  test.each([
    ["nothing", rows, {}, "application/json", '{"tags":["a","b"]}'],
    ["the usual one", rows, { contentType: "application/json" }, "application/json", '{"tags":["a","b"]}'],
    ["text", { body: "a,b" }, { contentType: "text/csv" }, "text/csv", "a,b"],
    [
      "text with parameters",
      { body: "a,b" },
      { contentType: "text/csv; header=absent" },
      "text/csv; header=absent",
      "a,b",
    ],
    ["text by a header", { body: "a,b" }, { headers: { "Content-Type": "Text/CSV" } }, "Text/CSV", "a,b"],
    [
      "a form",
      rows,
      { contentType: "application/x-www-form-urlencoded" },
      "application/x-www-form-urlencoded",
      "tags=a,b",
    ],
    ["what is in a range", { body: "<svg/>" }, { contentType: "image/svg+xml" }, "image/svg+xml", "<svg/>"],
  ])("%s", async (_, input, options, mediaType, body) => {
    const request = await received(several, input, options);
    expect([mediaTypeOf(request), request.body]).toEqual([mediaType, body]);
  });

  test("a multipart form, which has a boundary even if it is chosen by a header without one", async () => {
    for (const options of [
      { contentType: "multipart/form-data" },
      { headers: { "Content-Type": "multipart/form-data" } },
    ]) {
      const request = await received(several, rows, options);
      expect(mediaTypeOf(request)).toMatch(/^multipart\/form-data; boundary=\S+$/);
      const parsed = await new Response(request.body, {
        headers: { "Content-Type": mediaTypeOf(request) ?? "" },
      }).formData();
      expect(parsed.getAll("tags")).toEqual(["a", "b"]);
    }
  });

  test("with a header that says more than the option", async () => {
    const options = { contentType: "text/csv", headers: { "Content-Type": "text/csv;charset=utf-8" } };
    expect(mediaTypeOf(await received(several, { body: "a" }, options))).toBe("text/csv;charset=utf-8");
  });

  test("by the header of a verb too", async () => {
    const server = await serve(success);
    const client = otherClient(
      server,
      { send: { method: "POST", path: "/things", ...several } },
      { description },
    );
    const { POST } = client as unknown as { POST(path: string, init: object): Promise<unknown> };
    await POST("/things", { body: "a,b", headers: { "Content-Type": "text/csv" } });
    await POST("/things", { body: { a: 1 } });
    expect(server.requests.map(({ headers, body }) => [headers["content-type"], body])).toEqual([
      ["text/csv", "a,b"],
      ["application/json", '{"a":1}'],
    ]);
  });

  test("none that is not offered: the error names those that are, and there is no request", async () => {
    const server = await serve(success);
    const client = otherClient(
      server,
      { send: { method: "POST", path: "/things", ...several } },
      { description },
    );
    const error = await rejection(client.send(rows, { contentType: "application/pdf" }), TypeError);
    for (const offered of ["application/json", "text/csv", "image/*"])
      expect(error.message).toContain(offered);
    expect(server.requests).toHaveLength(0);
  });

  test("one that the description does not have by a header, at the caller's own risk", async () => {
    const options = { headers: { "Content-Type": "application/merge-patch+json" } };
    const request = await received(several, rows, options);
    expect([mediaTypeOf(request), request.body]).toEqual([
      "application/merge-patch+json",
      '{"tags":["a","b"]}',
    ]);
  });

  test("nothing that is sent when an optional body is left out", async () => {
    const request = await received({ ...several, optional: true }, {}, { contentType: "text/csv" });
    expect([mediaTypeOf(request), request.body]).toEqual([undefined, ""]);
  });
});

test("a path that the description does not have is sent JSON", async () => {
  const server = await serve(success);
  const { POST } = otherClient(server, {}, { description }) as unknown as {
    POST(path: string, init: object): Promise<unknown>;
  };
  await POST("/elsewhere", { body: { a: 1 } });
  expect(server.requests[0]).toMatchObject({
    body: '{"a":1}',
    headers: { "content-type": "application/json" },
  });
});
