import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createSandbox as createEngine } from "../../src/index.ts";
import { createSandbox } from "../../src/visitors/index.ts";
import { run } from "../support/command.ts";
import { describing, json } from "../support/describing.ts";
import { temporaryFolder } from "../support/folder.ts";
import { describedSandbox, SEED_RESPONSE } from "./described.ts";

const UNHELD = ["1e400", "-1e400", "9007199254740993", "1e-400", "0.12345678901234567890123"];

const says = (number: string) => `the number ${number}, which a double cannot hold`;

/** The mistakes that an operation tells of a request; none when it takes it. */
async function mistakes(operation: object, init: RequestInit, query = ""): Promise<unknown[]> {
  const described = { responses: { "204": { description: "" } }, ...operation };
  const { fetch } = createEngine({ description: describing("/", described, {}, "post") });
  const response = await fetch(`http://sandbox/${query}`, { method: "POST", ...init });
  if (response.status === 204) return [];
  expect(response.status).toBe(400);
  return (await response.json()).errors;
}

const integer = { type: "integer" };

describe.each(UNHELD)("%s is refused, with the place that it stands in,", (number) => {
  const id = String(SEED_RESPONSE["id"]);

  test.each([
    ["custom_attributes.n", `"custom_attributes":{"n":${number}}`],
    ["custom_attributes.deep.0.n", `"custom_attributes":{"deep":[{"n":${number}}]}`],
    ["undescribed.n", `"undescribed":{"n":${number}}`],
  ])("in a body: %s", async (field, properties) => {
    const { put, sandbox } = describedSandbox();
    const { status, body } = await put(`{"id":"${id}",${properties}}`);
    expect(status).toBe(400);
    const message = `The body cannot be read: it has ${says(number)}, at ${field}`;
    expect(body.errors).toEqual([{ code: "parameter_invalid", message, field }]);
    expect(await sandbox.visitors.get({ id })).toEqual(SEED_RESPONSE);
  });

  test("in a parameter of any place and style", async () => {
    const deep = {
      name: "deep",
      in: "query",
      style: "deepObject",
      schema: { properties: { n: { type: "number" } } },
    };
    const parameters = [
      { name: "n", in: "query", schema: { type: ["number", "null"] } },
      { name: "list", in: "query", explode: false, schema: { type: "array", items: { type: "number" } } },
      { ...deep, schema: { type: "object", ...deep.schema } },
      { name: "X-N", in: "header", schema: { type: "number" } },
      { name: "json", in: "query", content: { "application/json": { schema: {} } } },
    ];
    const query = `?n=${number}&list=1,${number}&deep[n]=${number}&json={"a":[${number}]}`;
    expect(await mistakes({ parameters }, { headers: { "x-n": number } }, query)).toEqual([
      { message: `n is ${says(number)}`, field: "n" },
      { message: `list.1 is ${says(number)}`, field: "list.1" },
      { message: `deep.n is ${says(number)}`, field: "deep.n" },
      { message: `X-N is ${says(number)}`, field: "X-N" },
      { message: `json.a.0 cannot be read as JSON: it has ${says(number)}`, field: "json.a.0" },
    ]);
  });

  test("in a form of either kind", async () => {
    const schema = { type: "object", properties: { n: { type: "number" }, o: { type: "object" } } };
    const content = { "application/x-www-form-urlencoded": { schema }, "multipart/form-data": { schema } };
    const fields = { n: number, o: `{"a":{"b":${number}}}` };
    const multipart = new FormData();
    for (const [name, value] of Object.entries(fields)) multipart.set(name, value);
    for (const body of [new URLSearchParams(fields), multipart]) {
      expect(await mistakes({ requestBody: { content } }, { body })).toEqual([
        { message: `n is ${says(number)}`, field: "n" },
        { message: `o.a.b cannot be read as JSON: it has ${says(number)}`, field: "o.a.b" },
      ]);
    }
  });

  test("in a body of plain text", async () => {
    const content = { "text/plain": { schema: { type: "number" } } };
    expect(await mistakes({ requestBody: { content } }, { body: number })).toEqual([
      { message: `The body is ${says(number)}` },
    ]);
  });

  test("in a list that is posted to the sandbox itself", async () => {
    const sandbox = createSandbox();
    const response = await sandbox.fetch("http://sandbox/_sandbox/seed", {
      method: "POST",
      headers: { authorization: "Bearer any", "content-type": "application/json" },
      body: `[{"id":"1"},{"id":"2","custom_attributes":{"n":${number}}}]`,
    });
    expect(response.status).toBe(400);
    const field = "1.custom_attributes.n";
    expect((await response.json()).errors).toMatchObject([
      { message: `The body cannot be read: it has ${says(number)}, at ${field}`, field },
    ]);
    expect(await sandbox.visitors.count()).toBe(1);
  });

  test("in a file of items, by line and column", async () => {
    const path = join(temporaryFolder(), "seed.json");
    writeFileSync(path, `[\n{"id":"1"},\n{"id":"2","custom_attributes":{"n":${number}}}]`);
    expect(await run(["--port", "0", "--seed", path])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: `visitors-sandbox: ${path}:3:36: it has ${says(number)}\n`,
    });
  });
});

test("text that looks like such a number stays text where it may be text", async () => {
  const schema = { anyOf: [integer, { type: "string" }] };
  const list = { anyOf: [{ type: "array", items: integer }, { type: "string" }] };
  const parameters = [
    { name: "n", in: "query", schema },
    { name: "list", in: "query", schema: list },
  ];
  expect(await mistakes({ parameters }, {}, "?n=1e400&list=1e400")).toEqual([]);
});

test.each([
  ["a number without an end", { x: { n: Number.POSITIVE_INFINITY } }, "x.n", "Infinity"],
  ["no number at all", { x: [0, Number.NaN] }, "x.1", "NaN"],
  ["an integer of JavaScript's other kind", { x: 5n }, "x", "a bigint"],
])("visitors that a program gives have nothing that JSON has not, such as %s", (_, visitor, place, what) => {
  expect(() => createSandbox({ visitors: [{ id: "1" }, { id: "2", ...visitor }] })).toThrow(
    `[1].${place} must be something that JSON has, not ${what}`,
  );
});

test("numbers that a double holds go in and come out as they are", async () => {
  const { put } = describedSandbox();
  const attributes = '{"a":9007199254740992,"b":0.1,"c":1e+21,"d":-1.5e-7,"e":0.30000000000000004}';
  const { status, body } = await put(`{"id":"${SEED_RESPONSE["id"]}","custom_attributes":${attributes}}`);
  expect(status).toBe(200);
  expect(body["custom_attributes"]).toEqual(
    expect.objectContaining({ a: 9007199254740992, b: 0.1, c: 1e21, d: -1.5e-7, e: 0.30000000000000004 }),
  );
});

test("a text that looks like such a number is a text", async () => {
  const content = json({ schema: { type: "object" } });
  expect(
    await mistakes(
      { requestBody: content },
      { headers: { "content-type": "application/json" }, body: '{"1e400":"9007199254740993"}' },
    ),
  ).toEqual([]);
});
