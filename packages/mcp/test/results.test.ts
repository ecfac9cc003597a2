import { expect, test } from "vitest";
import { conforming } from "../src/results/conforming.ts";
import { cutTo } from "../src/results/cut.ts";
import { pickFields } from "../src/results/pick-fields.ts";
import { connectedTo } from "./support/connected.ts";
import { described } from "./support/described.ts";
import { textOf } from "./support/tool-call.ts";

const list = described({
  "/things": {
    get: {
      operationId: "listThings",
      responses: {
        200: {
          description: "All of them.",
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["things"],
                properties: {
                  things: {
                    type: "array",
                    items: {
                      type: "object",
                      required: ["id"],
                      properties: {
                        id: { type: "string", format: "uuid" },
                        size: { type: "integer", enum: [1, 2] },
                      },
                    },
                  },
                  next: { type: "string" },
                },
              },
            },
          },
        },
      },
    },
  },
});

const answering = (body: unknown) => connectedTo(list, { fetch: () => Response.json(body) });

test("a long answer is cut, says so, and is asked for in parts with `fields`", async () => {
  const things = Array.from({ length: 5_000 }, (_, index) => ({ id: `thing ${index}`, size: index }));
  const { client } = await answering({ things, next: "page-2" });

  const cut = await client.callTool({ name: "listThings", arguments: {} });
  expect(textOf(cut).length).toBeLessThan(21_000);
  expect(textOf(cut)).toMatch(/here are \d+ of 5000 items of `things`.*Call again with `fields`/s);
  expect(cut.structuredContent).toMatchObject({ next: "page-2" });

  const asked = await client.callTool({ name: "listThings", arguments: { fields: ["next"] } });
  expect(textOf(asked)).toBe('{"next":"page-2"}');
  expect(asked.structuredContent).toEqual({ next: "page-2" });

  const { content } = await client.callTool({
    name: "listThings",
    arguments: { fields: ["things.id", "nothing"] },
  });
  expect(textOf({ content })).toContain('{"id":"thing 0"}');
  expect(textOf({ content })).toContain("The answer has no `nothing`. It has `things`, `next`.");
});

test("an answer that is not as described is told whole, and the official client takes it", async () => {
  const { client } = await answering({ things: [{ id: null, size: 3, more: true }], next: 7, other: [] });
  await client.listTools();

  const result = await client.callTool({ name: "listThings", arguments: {} });

  expect(result.isError).toBeUndefined();
  expect(result.structuredContent).toEqual({ things: [{ size: 3, more: true }], other: [] });
  expect(textOf(result)).toContain('{"things":[{"id":null,"size":3,"more":true}],"next":7,"other":[]}');
  expect(textOf(result)).toContain("only in this text: `things.id`, `next`.");
});

test("what is asked for of an answer keeps its shape, through lists and objects", () => {
  const value = { data: [{ id: 1, deep: { a: 1, b: 2 } }, { id: 2 }], total: 2 };
  expect(pickFields(value, ["data.id", "data.deep.b"])).toEqual({
    value: { data: [{ id: 1, deep: { b: 2 } }, { id: 2 }] },
    missing: [],
  });
  expect(pickFields(value, ["data", "data.id"]).value).toEqual({ data: value.data });
  expect(pickFields(value, ["data.none", "none.of", "total.more"]).missing).toEqual([
    "data.none",
    "none.of",
    "total.more",
  ]);
  expect(pickFields([{ id: 1 }, { id: 2, b: 1 }], ["id"])).toEqual({
    value: [{ id: 1 }, { id: 2 }],
    missing: [],
  });
});

test("whatever is too long is cut to what fits, and what is left is as it was", () => {
  const long = "x".repeat(50_000);
  const deep = Array.from({ length: 40 }).reduce<unknown>(
    (inner) => ({ inner, long, list: [long, long] }),
    1,
  );
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`name${index}`, index]));
  for (const value of [long, { long }, [long], deep, wide, [wide, wide], [[[deep]]]]) {
    const { value: cut, notes } = cutTo(value, 20_000);
    expect(JSON.stringify(cut).length).toBeLessThanOrEqual(20_000);
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.length).toBeLessThanOrEqual(6);
  }
  expect(cutTo({ a: [1, 2] }, 100)).toEqual({ value: { a: [1, 2] }, notes: [] });
});

test("a value is as its schema says without what is not", () => {
  const schema = {
    type: "object",
    properties: { list: { type: "array", items: { type: "string" } }, n: { type: ["integer", "null"] } },
  } as const;
  expect(conforming({ list: ["a", 1], n: null, more: 1 }, schema)).toEqual({
    value: { n: null, more: 1 },
    left: ["list"],
  });
  expect(conforming([], schema)).toEqual({ value: undefined, left: [""] });
});
