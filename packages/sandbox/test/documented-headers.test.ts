import { describe, expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { answer, describing } from "./support/describing.ts";

describe("documented headers", () => {
  async function headersOf(headers: object, more: object = {}): Promise<Headers> {
    return (await answer({ "200": { description: "", headers, ...more } })).headers;
  }

  test.each<[string, object, string | null]>([
    ["an example", { example: "a", schema: { example: "b" } }, "a"],
    ["the first of several examples", { examples: { one: { value: "a" }, two: { value: "b" } } }, "a"],
    ["an example of a schema", { schema: { type: "string", example: "a" } }, "a"],
    ["examples of a schema", { schema: { type: "string", examples: ["a", "b"] } }, "a"],
    ["a default", { schema: { type: "integer", default: 0 } }, "0"],
    ["a constant", { schema: { const: true } }, "true"],
    ["an enum", { schema: { type: "string", enum: ["a", "b"] } }, "a"],
    ["a sample, where it is required", { required: true, schema: { type: "integer", minimum: 7 } }, "7"],
    ["nothing, where it is not", { schema: { type: "integer", minimum: 7 } }, null],
    ["a list", { example: ["a", 1], schema: { type: "array" } }, "a,1"],
    ["an object", { example: { a: 1, b: 2 }, schema: { type: "object" } }, "a,1,b,2"],
    [
      "an object, exploded",
      { explode: true, example: { a: 1, b: 2 }, schema: { type: "object" } },
      "a=1,b=2",
    ],
    ["JSON", { content: { "application/json": { example: { a: [1] } } } }, '{"a":[1]}'],
  ])("have the value of %s", async (_, header, value) => {
    expect((await headersOf({ "X-Header": header })).get("x-header")).toBe(value);
  });

  test("that say how a message is framed and coded are never those of an example", async () => {
    const framing = [
      ["Connection", "upgrade"],
      ["Content-Encoding", "gzip"],
      ["Content-Length", "999"],
      ["Content-Type", "text/html"],
      ["Keep-Alive", "timeout=1"],
      ["Trailer", "X-A"],
      ["Transfer-Encoding", "chunked"],
      ["Upgrade", "h2c"],
    ].map(([name, example]) => [name, { required: true, schema: { type: "string", example } }]);
    const content = { "application/json": { example: { a: 1 } } };
    const headers = await headersOf({ ...Object.fromEntries(framing), "X-A": { example: 1 } }, { content });
    expect(Object.keys(Object.fromEntries(headers)).sort()).toEqual(["content-type", "x-a", "x-request-id"]);
    expect(headers.get("content-type")).toBe("application/json");
  });

  test("are those of an error too, and what the sandbox has to say goes before them", async () => {
    const error = {
      description: "",
      headers: { "Retry-After": { example: 120 }, "X-RateLimit-Limit": { schema: { default: 10 } } },
      content: {
        "application/json": { schema: { type: "object", properties: { message: { type: "string" } } } },
      },
    };
    const responses = { "204": { description: "" }, "429": error };
    const asked = await answer(responses, { prefer: "code=429" });
    expect([asked.headers.get("retry-after"), asked.headers.get("x-ratelimit-limit")]).toEqual(["120", "10"]);
    const sandbox = createSandbox({
      description: describing("/", { responses }),
      rateLimit: { limit: 1 },
      now: () => 0,
    });
    await sandbox.fetch("http://sandbox/");
    const limited = await sandbox.fetch("http://sandbox/");
    expect(limited.status).toBe(429);
    expect([limited.headers.get("retry-after"), limited.headers.get("x-ratelimit-limit")]).toEqual([
      "10",
      "1",
    ]);
  });
});
