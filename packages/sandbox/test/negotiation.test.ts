import { describe, expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { describedSandbox, NOTE, NOTE_REQUEST } from "./notes/described.ts";
import { answer, describing } from "./support/describing.ts";

/** What is answered in, and with what, to an `Accept`. */
async function taken(content: object, accept?: string, more: object = {}) {
  const headers = accept === undefined ? {} : { accept };
  const response = await answer({ "200": { description: "", content }, ...more }, headers);
  return [response.status, response.headers.get("content-type"), await response.text()];
}

describe("Accept chooses among the documented media types", () => {
  const content = {
    "text/csv": { example: "a,b" },
    "application/json": { example: { a: 1 } },
    "application/xml": { example: "<a/>" },
  };

  test.each<[string, string | undefined, string]>([
    ["the one that is named", "application/xml", "application/xml"],
    ["JSON for whoever takes all", "*/*", "application/json"],
    ["JSON for whoever says nothing", undefined, "application/json"],
    ["JSON for an empty list", "", "application/json"],
    ["the one that is wanted most", "application/xml;q=0.5, text/csv;q=0.9", "text/csv"],
    ["one in a range", "text/*", "text/csv"],
    ["a range, but for what is excluded", "application/*, application/json;q=0", "application/xml"],
    [
      "what a browser asks for",
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      "application/xml",
    ],
    ["names in any case", "Application/XML", "application/xml"],
    ["the first that is taken of several", "image/png, text/csv", "text/csv"],
  ])("%s", async (_, accept, type) => {
    expect((await taken(content, accept)).slice(0, 2)).toEqual([200, type]);
  });

  test.each([
    "image/png",
    "text/html, application/pdf",
    "*/*;q=0",
    "application/json;q=0, application/xml;q=0, text/csv;q=0",
  ])("%s gets a 406 that says what there is, in the shape of an error", async (accept) => {
    const [status, type, body] = await taken(content, accept);
    expect([status, type]).toEqual([406, "application/problem+json"]);
    expect(body).toContain(
      "Accept takes none of what the answer can be: text/csv, application/json, application/xml",
    );
  });

  test("what comes from the description, and an error by the same rules, but an error is sent in any case", async () => {
    const errors = { "404": { description: "", content: { ...content, "text/csv": { example: "gone" } } } };
    const ask = async (accept: string) => {
      const response = await answer(
        { "200": { description: "", content }, ...errors },
        { accept, prefer: "code=404" },
      );
      return [response.status, response.headers.get("content-type")];
    };
    expect(await ask("text/csv")).toEqual([404, "text/csv"]);
    expect(await ask("image/png")).toEqual([404, "application/json"]);
  });

  test("an example that is asked for by name is in the media type that has it", async () => {
    const named = {
      "application/json": { example: 1 },
      "text/plain": { examples: { short: { value: "s" } } },
    };
    const headers = { prefer: "example=short" };
    const responses = { "200": { description: "", content: named } };
    const response = await answer(responses, headers);
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/plain", "s"]);
    expect((await answer(responses, { ...headers, accept: "application/json" })).status).toBe(406);
  });
});

test("who takes no JSON is told 406 in the described shape, and nothing is changed", async () => {
  const { put } = describedSandbox({ now: () => 1712223171_000 });
  const { status, body } = await put({ ...NOTE_REQUEST, name: "Not kept" }, { accept: "text/html" });
  expect(status).toBe(406);
  expect(body).toMatchObject({ errors: [{ code: "not_acceptable" }] });
  expect((await put({ id: NOTE["id"] }, { accept: "application/*" })).body).toEqual(NOTE);
});

test("media types that differ in a parameter are told apart, of answers and of requests", async () => {
  const versions = {
    "application/json; v=1": { schema: { required: ["a"] }, example: { a: 1 } },
    "application/json; v=2": { schema: { required: ["b"] }, example: { b: 2 } },
  };
  const text = async (accept: string) => (await taken(versions, accept)).slice(1);
  expect(await text("application/json;v=2")).toEqual(["application/json; v=2", '{"b":2}']);
  expect(await text('application/json; V="1"')).toEqual(["application/json; v=1", '{"a":1}']);
  expect(await text("application/json")).toEqual(["application/json; v=1", '{"a":1}']);

  const operation = { requestBody: { content: versions }, responses: { "204": { description: "" } } };
  const sandbox = createSandbox({ description: describing("/", operation, {}, "post") });
  const post = async (type: string, body: object) => {
    const init = { method: "POST", headers: { "content-type": type }, body: JSON.stringify(body) };
    return (await sandbox.fetch("http://sandbox/", init)).status;
  };
  expect(await post("application/json;v=2", { b: 1 })).toBe(204);
  expect(await post("application/json;v=2", { a: 1 })).toBe(400);
  expect(await post("application/json; v=1; charset=utf-8", { a: 1 })).toBe(204);
  expect(await post("application/json; v=1; charset=utf-8", { b: 1 })).toBe(400);
  expect(await post("application/json;v=3", { a: 1 })).toBe(415);
});

describe("a media type is written", () => {
  const object = {
    type: "object",
    properties: { a: { type: "string", example: "x" }, b: { type: "integer", example: 2 } },
  };

  test.each<[string, string, object, string]>([
    ["as JSON, with any suffix", "application/vnd.api+json", { schema: object }, '{"a":"x","b":2}'],
    ["as XML", "application/xml", { schema: object }, "<root>\n  <a>x</a>\n  <b>2</b>\n</root>"],
    [
      "as XML, with any suffix",
      "application/atom+xml",
      { schema: { ...object, xml: { name: "entry" } } },
      "<entry>\n  <a>x</a>\n  <b>2</b>\n</entry>",
    ],
    [
      "as XML, of an example that is no text",
      "text/xml",
      { schema: object, example: { a: "<" } },
      "<root>\n  <a>&lt;</a>\n</root>",
    ],
    ["as a form", "application/x-www-form-urlencoded", { schema: object }, "a=x&b=2"],
    ["as text", "text/plain", { schema: { type: "string", example: "hello" } }, "hello"],
    ["as text, of a number", "text/plain", { schema: { type: "integer", example: 5 } }, "5"],
    ["as bytes, of which the example is a text", "application/pdf", { example: "%PDF-1.7" }, "%PDF-1.7"],
    ["as nothing, where nothing is said of it", "image/png", {}, ""],
  ])("%s", async (_, type, media, body) => {
    expect(await taken({ [type]: media })).toEqual([200, type, body]);
  });

  test("as JSON with a note, where only an example could say how", async () => {
    const responses = { "200": { description: "", content: { "text/csv": { schema: object } } } };
    for (const strict of [false, true]) {
      const response = await answer(responses, {}, { strict });
      expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
        200,
        "text/csv",
        '{"a":"x","b":2}',
      ]);
      expect(response.headers.get("x-sandbox-sample")).toBe("written as JSON; give the response an example");
    }
  });

  test("after all those that can be written, where the client takes them", async () => {
    const content = { "text/csv": { schema: object }, "application/xml": { schema: object } };
    expect((await taken(content))[1]).toBe("application/xml");
    expect((await taken(content, "text/csv"))[1]).toBe("text/csv");
  });
});

describe("a range is answered with a media type in it", () => {
  test.each<[string, string, object, string | undefined, string, string]>([
    ["JSON of what is no text", "*/*", { example: { a: 1 } }, undefined, "application/json", '{"a":1}'],
    [
      "JSON of what a schema describes",
      "*/*",
      { schema: { const: "x" } },
      undefined,
      "application/json",
      '"x"',
    ],
    ["text", "*/*", { example: "x" }, undefined, "text/plain", "x"],
    ["text of a type that is named", "*/*", { example: "<p>" }, "text/html, */*;q=0.1", "text/html", "<p>"],
    ["text in the range", "text/*", { example: "x" }, "application/json, */*", "text/plain", "x"],
    [
      "JSON, although bytes are wanted",
      "*/*",
      { example: { a: 1 } },
      "image/png, */*;q=0.5",
      "application/json",
      '{"a":1}',
    ],
    [
      "XML that is wanted",
      "application/*",
      { schema: { type: "object", properties: { a: { const: 1 } } } },
      "application/xml",
      "application/xml",
      "<root>\n  <a>1</a>\n</root>",
    ],
    [
      "an image that is wanted",
      "image/*",
      { example: "GIF89a" },
      "image/webp;q=0.8, image/gif",
      "image/gif",
      "GIF89a",
    ],
    ["a usual image", "image/*", { example: "GIF89a" }, undefined, "image/png", "GIF89a"],
    ["nothing", "*/*", {}, undefined, "text/plain", ""],
  ])("%s", async (_, range, media, accept, type, body) => {
    expect(await taken({ [range]: media }, accept)).toEqual([200, type, body]);
  });
});
