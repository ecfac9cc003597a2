import { describe, expect, test } from "vitest";
import { form, type OperationEntry } from "../src/runtime/index.ts";
import { rejection } from "./notes.ts";
import { otherClient } from "./other-api.ts";
import { reply, serve } from "./server.ts";

type Encoding = OperationEntry["encoding"];
type FieldEncoding = NonNullable<Encoding>[string];

/** What arrives of a form whose fields are encoded so. */
async function sent(fields: object, encoding?: Encoding): Promise<string | undefined> {
  const server = await serve(reply(200, {}));
  const send = { method: "POST", path: "/things", body: "application/x-www-form-urlencoded", encoding };
  await otherClient(server, { send }, { description: { prepare: form } }).send(fields);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  return server.requests[0]?.body;
}

describe("a form", () => {
  test("is the specification's example of JSON values", async () => {
    const id = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    const address = { streetAddress: "123 Example Dr.", city: "Somewhere", state: "CA", zip: "99999+1234" };
    const json =
      "%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C" +
      "%22zip%22%3A%2299999%2B1234%22%7D";
    expect(await sent({ id, address })).toBe(`id=${id}&address=${json}`);
    expect(await sent({ id }, { id: "application/json" })).toBe(`id=%22${id}%22`);
  });

  test("is the specification's example of binary values", async () => {
    const icon = "iVBORw0KGgo_AAAA==";
    const encoding = { icon: "image/png, image/jpeg" };
    expect(await sent({ name: "example", icon }, encoding)).toBe("name=example&icon=iVBORw0KGgo_AAAA%3D%3D");
  });

  test.each([
    ["a text", { a: "x y&=+ü\r\n" }, "a=x+y%26%3D%2B%C3%BC%0D%0A"],
    ["an empty text", { a: "" }, "a="],
    ["numbers and booleans", { a: 0, b: -1.5, c: false }, "a=0&b=-1.5&c=false"],
    ["a date", { a: new Date(0) }, "a=1970-01-01T00%3A00%3A00.000Z"],
    ["a list", { a: ["1", 2] }, "a=1&a=2"],
    ["a list of objects", { a: [{ b: 1 }, { b: 2 }] }, "a=%7B%22b%22%3A1%7D&a=%7B%22b%22%3A2%7D"],
    ["a list of lists", { a: [[1, 2], [3]] }, "a=%5B1%2C2%5D&a=%5B3%5D"],
    ["an empty list", { a: [], b: "1" }, "b=1"],
    ["an object", { a: { b: null } }, "a=%7B%22b%22%3Anull%7D"],
    ["a name", { "filter[a b]": "1" }, "filter%5Ba+b%5D=1"],
    ["no fields", {}, ""],
  ])("has %s as it is read back", async (_, fields, body) => {
    expect(await sent(fields)).toBe(body);
  });

  test.each([
    ["undefined", { a: undefined, b: "1" }, undefined, "b=1"],
    ["null", { a: null, b: "1" }, undefined, "b=1"],
    ["null in a list", { a: [null, "1", undefined] }, undefined, "a=1"],
    ["null in a list that has a style", { a: [null, "1", "2"] }, { a: ["form"] }, "a=1,2"],
    ["null that has a style", { a: null, b: "1" }, { a: ["form", true] }, "b=1"],
    ["null in an object that has a style", { a: { b: null, c: "1" } }, { a: ["form", true] }, "c=1"],
    ["a list of nothing else", { a: [null], b: "1" }, { a: ["form"] }, "b=1"],
    ["an object of nothing else", { a: { c: null }, b: "1" }, { a: ["deepObject", true] }, "b=1"],
  ] satisfies [string, object, Encoding, string][])(
    "leaves out %s, which has no form in it",
    async (_, fields, encoding, body) => {
      expect(await sent(fields, encoding)).toBe(body);
    },
  );

  test("has null where a field is JSON", async () => {
    expect(await sent({ a: null, b: [null] }, { a: "application/json", b: "application/json" })).toBe(
      "a=null&b=%5Bnull%5D",
    );
  });

  test.each([
    ["form", ["form", true], ["blue", "black"], "color=blue&color=black"],
    ["form, not exploded", ["form"], ["blue", "black"], "color=blue,black"],
    ["form, of an object", ["form", true], { R: 100, G: 200 }, "R=100&G=200"],
    ["form, of an object, not exploded", ["form"], { R: 100, G: 200 }, "color=R,100,G,200"],
    ["spaceDelimited", ["spaceDelimited"], ["blue", "black"], "color=blue%20black"],
    ["pipeDelimited", ["pipeDelimited"], ["blue", "black"], "color=blue%7Cblack"],
    ["deepObject", ["deepObject", true], { R: 100, G: { x: 1 } }, "color%5BR%5D=100&color%5BG%5D%5Bx%5D=1"],
    ["allowReserved", ["form", true, true], "a/b?c&d", "color=a/b?c%26d"],
    ["form, encoded as in a URL", ["form", true], "a b+c", "color=a%20b%2Bc"],
  ] satisfies [string, FieldEncoding, unknown, string][])(
    "has a field in the style %s",
    async (_, style, color, body) => {
      expect(await sent({ color }, { color: style })).toBe(body);
    },
  );

  test("has a list that is described to be JSON as one value", async () => {
    expect(await sent({ a: ["x"] }, { a: "application/json; charset=utf-8" })).toBe("a=%5B%22x%22%5D");
  });

  test.each([
    ["bytes", { a: new Uint8Array(1) }, undefined],
    ["a file", { a: [new Blob(["x"])] }, undefined],
    ["an object that is described to be XML", { a: { b: 1 } }, { a: "application/xml" }],
  ])("refuses %s, which it cannot hold, before any request", async (_, fields, encoding) => {
    const server = await serve(reply(200, {}));
    const send = { method: "POST", path: "/things", body: "application/x-www-form-urlencoded", encoding };
    const client = otherClient(server, { send }, { description: { prepare: form } });
    const error = await rejection(client.send(fields), TypeError);
    expect(error.message).toMatch(/field a .*: give it as text/);
    expect(server.requests).toHaveLength(0);
  });

  test("that is one already is sent as it is", async () => {
    const server = await serve(reply(200, {}));
    const send = {
      method: "POST",
      path: "/things",
      body: "application/x-www-form-urlencoded",
      grouped: true,
    };
    const client = otherClient(server, { send }, { description: { prepare: form } });
    await client.send({ body: new URLSearchParams({ a: "x y" }) });
    expect(server.requests[0]?.body).toBe("a=x+y");
  });
});
