import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { serveSandbox } from "../src/node/serve.ts";
import { describing } from "./support/describing.ts";

const integer = { type: "integer" };
const text = { type: "string" };
const file = { type: "string", format: "binary" };

interface Described {
  readonly schema: object;
  readonly encoding?: object;
  readonly openapi?: string;
}

/** What is wrong with a form, or nothing when it is taken: the same in process and over a socket. */
async function mistakes(
  mediaType: string,
  { openapi = "3.0.3", ...described }: Described,
  body: BodyInit,
  contentType?: string,
): Promise<string[]> {
  const operation = {
    requestBody: { required: true, content: { [mediaType]: described } },
    responses: { "204": { description: "" } },
  };
  const sandbox = createSandbox({ description: describing("/", operation, { openapi }, "post") });
  const headers = contentType === undefined ? {} : { "content-type": contentType };
  const init = { method: "POST", headers, body };
  const server = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => server.close());
  const [inProcess, overSocket] = await Promise.all(
    [sandbox.fetch("http://sandbox/", init), fetch(server.url, init)].map(async (pending) => {
      const response = await pending;
      if (response.status === 204) return [];
      expect(response.status).toBe(400);
      const { errors } = await response.json();
      return errors.map(({ message }: { message: string }) => message);
    }),
  );
  expect(overSocket).toEqual(inProcess);
  return inProcess ?? [];
}

describe("a form", () => {
  const form = (described: Described, body: string) =>
    mistakes(
      "application/x-www-form-urlencoded",
      described,
      body,
      "application/x-www-form-urlencoded; charset=utf-8",
    );

  const person = {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: {
      name: { type: "string", minLength: 2 },
      age: integer,
      ok: { type: "boolean" },
      ids: { type: "array", items: integer },
      at: { type: "object", required: ["x"], properties: { x: integer, y: integer } },
      nickname: { type: "string", nullable: true },
    },
  };

  test.each<[string, string[]]>([
    ["name=Zo%C3%AB+B&age=5&ok=true&ids=1&ids=2", []],
    ["name=Zo&at=%7B%22x%22%3A1%7D", []],
    ["name=Zo&ids=7&nickname=", []],
    ["", ["name is required"]],
    ["name=Z", ["name must have at least 2 characters"]],
    ["name=Zo&age=x", ["age must be an integer, not a string"]],
    [
      "name=Zo&age=1.5&ok=maybe",
      ["age must be an integer, not a number", "ok must be a boolean, not a string"],
    ],
    ["name=Zo&ids=1&ids=x", ["ids.1 must be an integer, not a string"]],
    ["name=Zo&at=%7B%22y%22%3A1%7D", ["at.x is required"]],
    ["name=Zo&other=1", ["other is not allowed"]],
    ["name=Zo&age=%ff", ["age is not valid percent-encoding"]],
  ])("is held against its schema: %s", async (body, expected) => {
    expect(await form({ schema: person }, body)).toEqual(expected);
  });

  const encoding = {
    ids: { style: "form", explode: false },
    tags: { style: "pipeDelimited", explode: false },
    at: { style: "deepObject", explode: true },
    size: { style: "form", explode: true },
    data: { contentType: "application/json" },
  };
  const styled = {
    type: "object",
    additionalProperties: false,
    properties: {
      ids: { type: "array", items: integer },
      tags: { type: "array", items: text, minItems: 2 },
      at: { type: "object", properties: { x: integer } },
      size: { type: "object", properties: { width: integer, height: integer } },
      data: { type: "object", required: ["a"] },
    },
  };

  test.each<[string, string[]]>([
    ["ids=1,2&tags=a%7Cb&at[x]=1&width=2&height=3&data=%7B%22a%22%3A1%7D", []],
    ["ids=1,x", ["ids.1 must be an integer, not a string"]],
    ["tags=a", ["tags must have at least 2 items"]],
    ["at[x]=y", ["at.x must be an integer, not a string"]],
    ["width=z", ["size.width must be an integer, not a string"]],
    ["data=%7B%7D", ["data.a is required"]],
    ["data=%7B", ["data is not valid JSON"]],
    ["depth=1", ["depth is not allowed"]],
  ])("is read in the style of each property: %s", async (body, expected) => {
    expect(await form({ schema: styled, encoding }, body)).toEqual(expected);
  });

  test("has what its schema leaves open, and a name like any other", async () => {
    expect(await form({ schema: { type: "object" } }, "a=1&b=2&__proto__=3&c")).toEqual([]);
    const counted = { type: "object", additionalProperties: integer };
    expect(await form({ schema: counted }, "a=1&__proto__=x")).toEqual([
      "__proto__ must be an integer, not a string",
    ]);
  });
});

describe("a form of several parts", () => {
  const multipart = (described: Described, body: FormData) =>
    mistakes("multipart/form-data", described, body);

  function parts(fields: Record<string, string | Blob | (string | Blob)[]>): FormData {
    const form = new FormData();
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) form.append(name, value);
    return form;
  }

  const upload = {
    type: "object",
    required: ["title", "file"],
    additionalProperties: false,
    properties: {
      title: { type: "string", minLength: 2 },
      count: integer,
      file,
      more: { type: "array", items: file, maxItems: 2 },
      about: { type: "object", required: ["a"], properties: { a: integer } },
      ids: { type: "array", items: integer },
    },
  };
  const png = new Blob([new Uint8Array([137, 80, 78, 71])], { type: "image/png" });
  const about = (value: object) => new Blob([JSON.stringify(value)], { type: "application/json" });

  test.each<[string, Parameters<typeof parts>[0], string[]]>([
    ["texts, numbers and a file", { title: "Zoë", count: "5", file: png }, []],
    ["several files", { title: "Zoë", file: png, more: [png, png] }, []],
    ["one file of several", { title: "Zoë", file: png, more: png }, []],
    ["a text for a file", { title: "Zoë", file: "bytes" }, []],
    ["JSON, as text and as a part of its own", { title: "Zoë", file: png, about: '{"a":1}' }, []],
    ["JSON as a part of its own", { title: "Zoë", file: png, about: about({ a: 1 }) }, []],
    ["a list", { title: "Zoë", file: png, ids: ["1", "2"] }, []],
    ["nothing that is required", { count: "1" }, ["title is required", "file is required"]],
    ["a text that is too short", { title: "Z", file: png }, ["title must have at least 2 characters"]],
    [
      "a number that is none",
      { title: "Zoë", file: png, count: "x" },
      ["count must be an integer, not a string"],
    ],
    [
      "too many files",
      { title: "Zoë", file: png, more: [png, png, png] },
      ["more must have at most 2 items"],
    ],
    [
      "wrong JSON",
      { title: "Zoë", file: png, about: about({ a: "x" }) },
      ["about.a must be an integer, not a string"],
    ],
    ["what is not allowed", { title: "Zoë", file: png, other: "x" }, ["other is not allowed"]],
  ])("is held against its schema: %s", async (_, fields, expected) => {
    expect(await multipart({ schema: upload }, parts(fields))).toEqual(expected);
  });

  test("is read in the style of each property, of which nothing is encoded, and in its media type", async () => {
    const properties = {
      ids: { type: "array", items: integer },
      at: { type: "object", properties: { x: integer } },
      size: { type: "object", properties: { width: integer } },
      one: { type: "array", items: { type: "object", required: ["a"] } },
    };
    const encoding = {
      ids: { style: "form", explode: false },
      at: { style: "deepObject", explode: true },
      size: { style: "form", explode: true },
      one: { contentType: "application/json" },
    };
    const described = { schema: { type: "object", additionalProperties: false, properties }, encoding };
    const valid = { ids: "1,2", "at[x]": "1", width: "2" };
    expect(await multipart(described, parts(valid))).toEqual([]);
    for (const one of [about({ a: 1 }), [about({ a: 1 }), about({ a: 2 })], '[{"a":1},{"a":2}]']) {
      expect(await multipart(described, parts({ one }))).toEqual([]);
    }
    expect(
      await multipart(described, parts({ ids: "1,x", "at[x]": "y", width: "z", one: about({}) })),
    ).toEqual([
      "ids.1 must be an integer, not a string",
      "at.x must be an integer, not a string",
      "size.width must be an integer, not a string",
      "one.0.a is required",
    ]);
  });

  test("has files as OpenAPI 3.1 describes them", async () => {
    const schema = {
      type: "object",
      properties: { file: { contentMediaType: "image/png" }, any: {}, many: { type: "array", items: {} } },
    };
    const described = { openapi: "3.1.0", schema };
    expect(await multipart(described, parts({ file: png, any: png, many: [png, png] }))).toEqual([]);
  });

  test.each([
    ["that has another boundary", "multipart/form-data; boundary=other"],
    ["that has none", "multipart/form-data"],
  ])("%s is refused", async (_, contentType) => {
    const body = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
    const [message] = await mistakes(
      "multipart/form-data",
      { schema: { type: "object" } },
      body,
      contentType,
    );
    expect(message).toMatch(/^The body cannot be read: it is not multipart\/form-data/);
  });

  test("of another kind is taken as it is", async () => {
    const body = "--b\r\n\r\n1\r\n--b--\r\n";
    expect(
      await mistakes(
        "multipart/mixed",
        { schema: { type: "object", required: ["a"] } },
        body,
        "multipart/mixed; boundary=b",
      ),
    ).toEqual([]);
  });
});
