import { describe, expect, test } from "vitest";
import { createSandbox } from "./notes/create-sandbox.ts";
import { describing } from "./support/describing.ts";

interface Described {
  readonly schema?: object;
  readonly example?: unknown;
  readonly mediaType?: string;
}

/** The body of the error for a request that lacks `a` and has a `b` of another type. */
async function bodyOf({ mediaType = "application/json", ...media }: Described, init: RequestInit = {}) {
  const schema = { type: "object", required: ["a"], properties: { b: { type: "integer" } } };
  const operation = {
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: {
      "200": { description: "" },
      "400": { description: "", content: { [mediaType]: media } },
    },
  };
  const description = describing("/", operation, {}, "post");
  const { fetch } = createSandbox({ description, strict: true, requestId: () => "id-1" });
  const response = await fetch("http://sandbox/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"b":"x"}',
    ...init,
  });
  expect(response.status).toBe(400);
  expect(response.headers.get("content-type")).toBe(mediaType);
  expect(response.headers.has("x-sandbox-sample")).toBe(false);
  const text = await response.text();
  return /json$/.test(mediaType) ? JSON.parse(text) : text;
}

const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const text = { type: "string" };
const MISSING = "a is required";
const MISTYPED = "b must be an integer, not a string";
const BOTH = `${MISSING}; ${MISTYPED}`;

describe("an error says what is wrong in the documented shape", () => {
  test.each<[string, object, unknown]>([
    ["a message", object({ message: text }), { message: BOTH }],
    ["a message in another spelling", object({ error_description: text }), { error_description: BOTH }],
    ["a code and a message", object({ code: text, message: text }), { code: "bad_request", message: BOTH }],
    [
      "a code that is a number",
      object({ code: { type: "integer" }, message: text }),
      { code: 400, message: BOTH },
    ],
    [
      "problem details",
      object({ title: text, status: { type: "integer" }, detail: text }),
      { title: "Bad Request", status: 400, detail: BOTH },
    ],
    [
      "OAuth's error",
      object({ error: text, error_description: text }),
      { error: "bad_request", error_description: BOTH },
    ],
    ["an error that is a text", object({ error: text }), { error: BOTH }],
    [
      "an error within",
      object({ error: object({ code: text, message: text }) }),
      { error: { code: "bad_request", message: BOTH } },
    ],
    [
      "a list of errors",
      object({ errors: { type: "array", items: object({ code: text, detail: text, field: text }) } }),
      {
        errors: [
          { code: "bad_request", detail: MISSING, field: "a" },
          { code: "bad_request", detail: MISTYPED, field: "b" },
        ],
      },
    ],
    ["a list of texts", object({ errors: { type: "array", items: text } }), { errors: [MISSING, MISTYPED] }],
    [
      "JSON:API's errors",
      object({
        errors: {
          type: "array",
          items: object({ status: { type: "string", example: "422" }, detail: text }),
        },
      }),
      {
        errors: [
          { status: "400", detail: MISSING },
          { status: "400", detail: MISTYPED },
        ],
      },
    ],
    [
      "the id of the request",
      object({ message: text, requestId: text }),
      { message: BOTH, requestId: "id-1" },
    ],
    [
      "what else the schema requires",
      object({ message: text, docs: { const: "https://docs" } }),
      { message: BOTH, docs: "https://docs" },
    ],
  ])("%s", async (_, schema, body) => {
    expect(await bodyOf({ schema })).toEqual(body);
  });

  test.each<[string, object, unknown]>([
    [
      "a code of an enum",
      object({ code: { enum: ["invalid", "gone"] }, message: text }),
      { code: "invalid", message: BOTH },
    ],
    [
      "a message that is too short for it",
      object({ code: text, message: { type: "string", maxLength: 4 } }, { required: ["message"] }),
      { code: "bad_request", message: "stri" },
    ],
    ["nothing that is known", object({ why: { type: "string", example: "because" } }), { why: "because" }],
    ["no error at all", { type: "integer", minimum: 3 }, 3],
  ])("as far as the schema has room for it: %s", async (_, schema, body) => {
    expect(await bodyOf({ schema })).toEqual(body);
  });

  test("with the code of the documented example", async () => {
    const example = { code: "E42", message: "Wrong" };
    expect(await bodyOf({ schema: object({ code: text, message: text }), example })).toEqual({
      code: "E42",
      message: BOTH,
    });
    expect(await bodyOf({ example })).toEqual({ code: "E42", message: BOTH });
  });

  test("with all that the example has besides, and what the schema has room for", async () => {
    const schema = object({ message: text, field: text, help: text, more: text });
    const example = { message: "Wrong", help: "https://help" };
    expect(await bodyOf({ schema, example })).toEqual({ message: BOTH, field: "a", help: "https://help" });
    expect(await bodyOf({ schema: object({ name: text }), example: { name: "wrong" } })).toEqual({
      name: "wrong",
    });
    const list = object({
      errors: { type: "array", items: object({ code: text, message: text, field: text }) },
    });
    const listed = { errors: [{ code: "E42", docs: "https://docs" }] };
    expect(await bodyOf({ schema: list, example: listed })).toEqual({
      errors: [
        { code: "E42", docs: "https://docs", message: MISSING, field: "a" },
        { code: "E42", docs: "https://docs", message: MISTYPED, field: "b" },
      ],
    });
  });

  test("as XML, as text, and as the only text that a schema allows", async () => {
    const xml = {
      mediaType: "application/xml",
      schema: object({ message: text }, { xml: { name: "error" } }),
    };
    expect(await bodyOf(xml)).toBe(`<error>\n  <message>${BOTH}</message>\n</error>`);
    const plain = { mediaType: "text/plain" };
    expect(await bodyOf({ ...plain, schema: text })).toBe(`${MISSING}\n${MISTYPED}`);
    expect(await bodyOf(plain)).toBe(`${MISSING}\n${MISTYPED}`);
    expect(await bodyOf({ ...plain, schema: { enum: ["no"] } })).toBe("no");
  });

  test("in a page only where it has no words of its own", async () => {
    const page = { mediaType: "text/html", schema: text };
    expect(await bodyOf({ ...page, example: "<h1>Wrong</h1>" })).toBe("<h1>Wrong</h1>");
    expect(await bodyOf(page)).toBe(`${MISSING}\n${MISTYPED}`);
    const broken = { body: '"<b>"' };
    expect(await bodyOf(page, broken)).toBe("The body must be an object, not a string");
    expect(await bodyOf({ ...page, mediaType: "text/plain", example: "Wrong" }, broken)).toBe(
      "The body must be an object, not a string",
    );
  });

  test("in a header, where it is documented to have no body", async () => {
    const schema = { properties: { "✓": { type: "integer" } } };
    const operation = {
      requestBody: { content: { "application/json": { schema } } },
      responses: { "200": { description: "" }, "400": { description: "" } },
    };
    const { fetch } = createSandbox({ description: describing("/", operation, {}, "post"), strict: true });
    const headers = { "content-type": "application/json" };
    const response = await fetch("http://sandbox/", { method: "POST", headers, body: '{"✓":"x"}' });
    expect([response.status, await response.text()]).toEqual([400, ""]);
    expect(response.headers.get("x-sandbox-problem")).toBe("? must be an integer, not a string");
    const asked = await fetch("http://sandbox/", { method: "POST", headers: { prefer: "code=400" } });
    expect([asked.status, asked.headers.has("x-sandbox-problem")]).toEqual([400, false]);
  });
});
