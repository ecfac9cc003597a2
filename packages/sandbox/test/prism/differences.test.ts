import { describe, expect, test } from "vitest";
import type { SandboxOptions } from "../../src/index.ts";
import { ask, empty, expectAnswer, JSON_TYPE, ok, PROBLEM, plain, things } from "../support/asking.ts";
import { describing, json } from "../support/describing.ts";

/*
 * What Prism's harness holds a mock server to, of OpenAPI 3 and without its proxy and its random values: the cases are Prism's, their
 * words and descriptions are not. Beside this file is what the sandbox answers as Prism does, and here what it does not, on purpose.
 */

describe("otherwise than Prism, on purpose", () => {
  test("JSON is sent before what is described first, where nothing is asked for", () => {
    const content = { "application/xml": { example: "<a/>" }, [JSON_TYPE]: { example: "j" } };
    return expectAnswer(ask(things(ok(content))), [200, JSON_TYPE, '"j"']);
  });

  test("a preference that cannot be met is ignored, as RFC 7240 wants it, and is no 404", async () => {
    const description = things(ok({ [JSON_TYPE]: { schema: { type: "number" } } }));
    for (const prefer of ["code=304", "example=unknown"]) {
      await expectAnswer(ask(description, { headers: { prefer } }), [200, JSON_TYPE, "0"]);
    }
  });

  test("a query is the API's, so that __code and __example in it ask for nothing", () =>
    expectAnswer(
      ask(things({ "200": plain("ok"), "404": plain("no") }), { path: "/things?__code=404" }),
      [200],
    ));

  test("a request that is not as described is a 400 where no 422 is documented", () => {
    const parameters = [{ in: "query", name: "q", required: true, schema: {} }];
    return expectAnswer(ask(things({ "200": plain("ok") }, {}, { parameters })), [400, PROBLEM]);
  });

  test("a path parameter is never empty, so that no path has it: 404", () => {
    const parameters = [{ name: "b", in: "path", required: true, schema: { type: "string" } }];
    return expectAnswer(ask(describing("/a/{b}/c", { parameters }), { path: "/a//c" }), [404]);
  });

  test("HEAD is answered wherever GET is", () =>
    expectAnswer(ask(things({ default: plain("abc") }), { method: "HEAD" }), [200, "text/plain", ""]));

  test("OPTIONS is answered everywhere", async () => {
    const response = await ask(things({ "200": plain("ok") }), { method: "OPTIONS" });
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
  });

  test("a body that no operation describes is ignored", () => {
    const description = describing("/things", { responses: { "200": plain("ok") } }, {}, "post");
    return expectAnswer(ask(description, { headers: { "content-type": "text/plain" }, body: "b" }), [
      200,
      "text/plain",
      "ok",
    ]);
  });

  test("reserved characters in a form are taken, whether they are encoded or not", () => {
    const schema = { type: "object", properties: { text: { type: "string" } } };
    const content = {
      "application/x-www-form-urlencoded": { schema, encoding: { text: { style: "form" } } },
    };
    const description = describing(
      "/things",
      { requestBody: { content }, responses: { "200": plain("ok") } },
      {},
      "post",
    );
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return expectAnswer(ask(description, { headers, body: "text=:/?[]@!$'()*;" }), [200, "text/plain", "ok"]);
  });

  test("an object as text is JSON with a note, and no 500", async () => {
    const schema = { type: "object", properties: { name: { type: "string", example: "Ada" } } };
    const response = await ask(things(ok({ "text/html": { schema } })), { headers: { accept: "text/html" } });
    expect([response.status, response.headers.has("x-sandbox-sample")]).toEqual([200, true]);
    expect(await response.text()).toBe('{"name":"Ada"}');
  });

  test("a value that is too large to make is a smaller one with a note, and no 500", async () => {
    const schema = { type: "array", items: { type: "string" }, minItems: 3000 };
    const response = await ask(things(ok({ [JSON_TYPE]: { schema } })));
    expect([response.status, response.headers.has("x-sandbox-sample")]).toEqual([200, true]);
  });

  test("an error says what is wrong, and not the example for another mistake", async () => {
    const schema = { type: "object", properties: { name: { type: "string", minLength: 2 } } };
    const message = { type: "object", properties: { message: { type: "string" } } };
    const examples = { tooLong: { value: { message: "The name is too long" } } };
    const description = describing(
      "/things",
      {
        requestBody: json({ schema }),
        responses: { "201": empty, "422": json({ schema: message, examples }) },
      },
      {},
      "post",
    );
    const headers = { "content-type": JSON_TYPE, prefer: "code=422, example=tooLong" };
    const answered = ask(description, { headers, body: '{"name":"A"}' });
    await expectAnswer(answered, [422, JSON_TYPE, '{"message":"name must have at least 2 characters"}']);
  });

  test("pages of other origins are let in only when they are asked to be", async () => {
    const allowed = async (options: SandboxOptions) =>
      (await ask(things({ "200": plain("ok") }), { options })).headers.get("access-control-allow-origin");
    expect(await allowed({})).toBeNull();
    expect(await allowed({ cors: true })).toBe("*");
  });
});
