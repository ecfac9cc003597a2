import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { describing } from "./support/describing.ts";

/** What is wrong with a body of plain text; nothing when it is taken. */
async function mistakes(
  schema: object,
  body: BodyInit,
  contentType = "text/plain",
  described = "text/plain",
): Promise<string[]> {
  const operation = {
    requestBody: { required: true, content: { [described]: { schema } } },
    responses: { "204": { description: "" } },
  };
  const { fetch } = createSandbox({ description: describing("/", operation, {}, "post") });
  const init = { method: "POST", headers: { "content-type": contentType }, body };
  const response = await fetch("http://sandbox/", init);
  if (response.status === 204) return [];
  const { errors } = await response.json();
  return errors.map(({ message }: { message: string }) => message);
}

const word = { type: "string", pattern: "^[a-zé]+$", maxLength: 5 };

test("a body of plain text is held against its schema", async () => {
  expect(await mistakes(word, "word")).toEqual([]);
  expect(await mistakes(word, "café", "text/plain; charset=utf-8")).toEqual([]);
  expect(await mistakes(word, "1")).toEqual(["The body must match /^[a-zé]+$/u"]);
  expect(await mistakes(word, "wordy word")).toEqual([
    "The body must have at most 5 characters",
    "The body must match /^[a-zé]+$/u",
  ]);
  expect(await mistakes({ enum: ["on", "off"] }, "maybe")).toEqual(['The body must be one of "on", "off"']);
  expect(await mistakes({ type: "string" }, "{}")).toEqual([]);
});

test("it may be a number or a boolean, where its schema has no text", async () => {
  expect(await mistakes({ type: "integer", minimum: 2 }, "2")).toEqual([]);
  expect(await mistakes({ type: "integer" }, "2.5")).toEqual(["The body must be an integer, not a number"]);
  expect(await mistakes({ type: "boolean" }, "yes")).toEqual(["The body must be a boolean, not a string"]);
  expect(await mistakes({ type: "string", maxLength: 2 }, "123")).toEqual([
    "The body must have at most 2 characters",
  ]);
});

test("it is read in the charset that it says, and refused when it is not in it", async () => {
  const latin1 = Uint8Array.of(0x63, 0x61, 0x66, 0xe9);
  expect(await mistakes(word, latin1, "text/plain; charset=iso-8859-1")).toEqual([]);
  expect(await mistakes(word, latin1)).toEqual(["The body cannot be read: it is not utf-8"]);
  expect(await mistakes(word, "word", "text/plain; charset=klingon")).toEqual([
    "The charset klingon is not supported: send utf-8",
  ]);
});

test.each(["text/csv", "application/xml", "text/xml", "application/octet-stream"])(
  "a body of %s is taken as it is, whatever its schema says",
  async (type) => {
    expect(await mistakes({ type: "object", required: ["a"] }, "<a>1", type, type)).toEqual([]);
  },
);
