import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { incomingFrom } from "../src/request/web.ts";
import { describing } from "./support/describing.ts";

const url = "http://sandbox/things?a=1";

/** All that is known of a request. */
async function known(...[input, init]: Parameters<typeof incomingFrom>) {
  const { method, url, header, headers, readBody } = incomingFrom(input, init);
  const body = new TextDecoder().decode(await readBody(1000));
  return { method, url: url.href, type: header("content-type"), headers: [...headers()], body };
}

/** One whose properties are not its own, as those of a class. */
const inherited = Object.create({ method: "POST", body: "inherited", headers: { "x-a": "1" } });

test.each<[string, RequestInit]>([
  ["a text", { method: "POST", body: "text" }],
  ["a method in lower case", { method: "put", body: "text" }],
  ["a media type", { method: "POST", body: "{}", headers: { "content-type": "application/json" } }],
  [
    "headers of the platform",
    { method: "POST", body: "{}", headers: new Headers({ "Content-Type": "a/b" }) },
  ],
  [
    "headers in pairs",
    {
      method: "DELETE",
      body: "é😀",
      headers: [
        ["x-a", "1"],
        ["x-a", "2"],
      ],
    },
  ],
  ["half of a surrogate pair", { method: "POST", body: "a\ud800b" }],
  ["an empty text", { method: "POST", body: "" }],
  ["properties that are inherited", inherited],
  ["a form", { method: "POST", body: new URLSearchParams({ a: "b" }) }],
  ["bytes", { method: "POST", body: Uint8Array.of(97, 98) }],
  ["no body", { method: "POST" }],
  ["nothing", {}],
])("a request is what fetch would send, with %s", async (_, init) => {
  expect(await known(url, init)).toEqual(await known(new Request(url, init), undefined));
  expect(await known(new URL(url), init)).toEqual(await known(url, init));
  expect(await known(new Request("http://other", { headers: { "x-b": "1" } }), init)).toEqual(
    await known(new Request(new Request("http://other", { headers: { "x-b": "1" } }), init), undefined),
  );
});

test.each<[string, string, RequestInit]>([
  ["GET cannot have a body", url, { body: "text" }],
  ["HEAD cannot have one either", url, { method: "head", body: "text" }],
  ["a URL has to be one", "nowhere", { method: "POST", body: "text" }],
  ["a method has to be a token", url, { method: "P T", body: "text" }],
  ["a header has to be one", url, { method: "POST", body: "text", headers: { "a b": "c" } }],
])("%s: fetch rejects as the platform's does", async (_, input, init) => {
  const { fetch } = createSandbox({ description: describing("/things", {}) });
  await expect(fetch(input, init)).rejects.toThrow(TypeError);
});

test("a text is measured in bytes, and refused when there are too many", async () => {
  const operation = { requestBody: { content: { "text/plain": {} } } };
  const { fetch } = createSandbox({ description: describing("/things", operation, {}, "post") });
  const status = async (body: string) => (await fetch(url, { method: "POST", body })).status;
  expect(await status("é".repeat(512 * 1024))).toBe(200);
  expect(await status(`x${"é".repeat(512 * 1024)}`)).toBe(413);
});

test("a request that is aborted while it is answered rejects, with a text for a body too", async () => {
  const { fetch } = createSandbox({
    description: describing("/things", {}, {}, "post"),
    faults: "delay=600000",
  });
  const controller = new AbortController();
  const pending = fetch(url, { method: "POST", body: "text", signal: controller.signal });
  controller.abort();
  await expect(pending).rejects.toThrow(/abort/i);
});
