import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, onTestFinished, test } from "vitest";
import type { SandboxOptions } from "../src/index.ts";
import { start } from "./notes/command.ts";
import { createSandbox } from "./notes/create-sandbox.ts";
import { answerOf, NOTE_REQUEST } from "./notes/described.ts";
import { putRequest } from "./support/described-answers.ts";
import { answer, describing, json } from "./support/describing.ts";

const pet = {
  type: "object",
  required: ["id", "name", "kind"],
  properties: {
    id: { type: "string", format: "uuid", example: "always the same" },
    name: { type: "string", minLength: 3, maxLength: 20 },
    kind: { enum: ["cat", "dog", "bird"] },
    tag: { type: "string", pattern: "^[A-Z]{2}-\\d{4}$" },
    weight: { type: "number", exclusiveMinimum: 0, maximum: 80, multipleOf: 0.5 },
    born: { type: "string", format: "date" },
    owner: {
      oneOf: [
        { type: "null" },
        { type: "object", required: ["email"], properties: { email: { type: "string", format: "email" } } },
      ],
    },
    friends: { type: "array", maxItems: 3, items: { $ref: "#/components/schemas/Pet" } },
  },
  additionalProperties: false,
};
const components = { schemas: { Pet: pet } };
const petResponse = json({
  schema: { $ref: "#/components/schemas/Pet" },
  example: { id: "1", name: "Rex", kind: "dog" },
});
const notFound = json({
  schema: { type: "object", required: ["message"], properties: { message: { type: "string" } } },
});
const pets = {
  ...describing("/pets/{id}", {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
    responses: { "200": petResponse, "404": notFound },
  }),
  components,
};
const isPet = new Ajv2020({ strict: false, validateFormats: false }).compile({
  components,
  $ref: "#/components/schemas/Pet",
});

/** The bodies of some answers, one after the other. */
async function bodies(options: SandboxOptions, count: number, headers: Record<string, string> = {}) {
  const sandbox = createSandbox({ description: pets, strict: true, ...options });
  const found: unknown[] = [];
  for (let time = 0; time < count; time++) {
    const response = await sandbox.fetch("http://sandbox/pets/1", { headers });
    expect(response.status).toBe(200);
    found.push(await response.json());
  }
  return found;
}

test("with Prefer: dynamic=true an answer is any value that its schema allows, another each time", async () => {
  const values = await bodies({}, 40, { prefer: "dynamic=true" });
  for (const value of values) expect(isPet(value), JSON.stringify(value)).toBe(true);
  expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(40);
  const kinds = values.map((value) => new Map(Object.entries(value ?? {})).get("kind"));
  expect(new Set(kinds)).toEqual(new Set(["cat", "dog", "bird"]));
});

test("dynamic: true makes every documented answer so, and Prefer: dynamic=false the documented one again", async () => {
  const values = await bodies({ dynamic: true }, 5);
  for (const value of values) expect(isPet(value), JSON.stringify(value)).toBe(true);
  expect(await bodies({ dynamic: true }, 1, { prefer: "dynamic=false" })).toEqual([
    { id: "1", name: "Rex", kind: "dog" },
  ]);
});

test("the same requests in the same order get the same answers, and with another seed others", async () => {
  const run = await bodies({ dynamic: true }, 5);
  expect(await bodies({ dynamic: true }, 5)).toEqual(run);
  expect(await bodies({ dynamic: { seed: 1 } }, 5)).toEqual(run);
  const other = await bodies({ dynamic: { seed: 2 } }, 5);
  expect(other.filter((value, index) => JSON.stringify(value) === JSON.stringify(run[index]))).toEqual([]);
});

test("what one operation is answered does not hang on what others were asked in between", async () => {
  const responses = { "200": json({ schema: { type: "integer" } }) };
  const description = {
    ...describing("/a", {}),
    paths: { "/a": { get: { responses } }, "/b": { get: { responses } } },
  };
  const asked = async (paths: string) => {
    const { fetch } = createSandbox({ description, dynamic: true });
    const answers: string[] = [];
    for (const path of paths) answers.push(path + (await (await fetch(`http://sandbox/${path}`)).text()));
    return answers.filter((text) => text.startsWith("a"));
  };
  expect(await asked("aaa")).toEqual(await asked("abbaba"));
});

test("with a seed of its own, a request gets the same answer however often it is sent", async () => {
  const once = await bodies({}, 3, { prefer: "dynamic=true, seed=7" });
  expect(new Set(once.map((value) => JSON.stringify(value))).size).toBe(1);
  expect(await bodies({ dynamic: { seed: 3 } }, 1, { prefer: "seed=7" })).toEqual([once[0]]);
  expect(await bodies({}, 1, { prefer: "dynamic=true, seed=8" })).not.toEqual([once[0]]);
});

test("a reset begins the run anew", async () => {
  const { fetch } = createSandbox({ description: pets, dynamic: true });
  const ask = async () => (await fetch("http://sandbox/pets/1")).text();
  const run = [await ask(), await ask()];
  await fetch("http://sandbox/_sandbox/reset", { method: "POST" });
  expect([await ask(), await ask()]).toEqual(run);
});

test.each([
  ["dynamic=true", "dynamic=true"],
  ["dynamic=true, seed=7", "dynamic=true, seed=7"],
  ["code=404, dynamic=true", "code=404, dynamic=true"],
  ["dynamic=false", "dynamic=false"],
  ["dynamic=perhaps", null],
  ["seed=7", null],
  ["dynamic=true, code=418", null],
])("Prefer: %s is said to be applied as %s", async (prefer, applied) => {
  const { fetch } = createSandbox({ description: pets });
  const response = await fetch("http://sandbox/pets/1", { headers: { prefer } });
  expect(response.headers.get("preference-applied")).toBe(applied);
});

test("an example that is asked for by its name is the example", async () => {
  const content = { "application/json": { schema: { type: "integer" }, examples: { one: { value: 1 } } } };
  const responses = { "200": { description: "", content } };
  const response = await answer(responses, { prefer: "dynamic=true, example=one" }, { dynamic: true });
  expect(await response.json()).toBe(1);
  expect(response.headers.get("preference-applied")).toBe('example="one"');
});

test("an error that is asked for is made by chance too, and one that is an error is not", async () => {
  const { fetch } = createSandbox({ description: pets, dynamic: true, strict: true });
  const asked = await fetch("http://sandbox/pets/1", { headers: { prefer: "code=404" } });
  expect(asked.status).toBe(404);
  expect(await asked.json()).toEqual({ message: expect.stringMatching(/^[a-z ]+$/) });
  const wrong = await fetch("http://sandbox/nothing");
  expect([wrong.status, await wrong.json()]).toEqual([
    404,
    expect.objectContaining({ message: "Not Found" }),
  ]);
});

test("what an operation does it does as before, and with Prefer: dynamic=true it changes nothing", async () => {
  const sandbox = createSandbox({ dynamic: true });
  const renamed = await answerOf(
    sandbox.fetch("http://sandbox/notes", putRequest({ ...NOTE_REQUEST, name: "Ada" })),
  );
  expect(renamed.body["name"]).toBe("Ada");
  const headers = { prefer: "dynamic=true" };
  const random = await answerOf(
    sandbox.fetch("http://sandbox/notes", putRequest({ ...NOTE_REQUEST, name: "Bob" }, headers)),
  );
  expect(random.headers.get("preference-applied")).toBe("dynamic=true");
  expect(random.body["id"]).not.toBe(NOTE_REQUEST["id"]);
  expect((await sandbox.collections["notes"]?.list(0, 10))?.items).toMatchObject([{ name: "Ada" }]);
});

test("every operation of this API is answered with what its description says, a hundred times", async () => {
  const { fetch } = createSandbox({ strict: true });
  for (let seed = 0; seed < 100; seed++) {
    const prefer = `dynamic=true, seed=${seed}`;
    await answerOf(fetch("http://sandbox/notes", putRequest(NOTE_REQUEST, { prefer })));
  }
});

test.each([
  ["text/plain", { type: "string", minLength: 1 }, /^[a-z ]+$/],
  [
    "application/x-www-form-urlencoded",
    { type: "object", required: ["a"], properties: { a: { type: "integer" } } },
    /^a=\d+$/,
  ],
  ["application/xml", { type: "integer", xml: { name: "n" } }, /^\d+$|<n>\d+<\/n>/],
])("values of %s are written as it is", async (mediaType, schema, written) => {
  const responses = { "200": { description: "", content: { [mediaType]: { schema } } } };
  const response = await answer(responses, {}, { dynamic: true });
  expect(response.headers.get("content-type")).toBe(mediaType);
  expect(await response.text()).toMatch(written);
});

test("where no valid value is found by chance it is the sample, and where there is no schema the example", async () => {
  const impossible = { type: "string", minLength: 5, maxLength: 3 };
  const invalid = await answer({ "200": json({ schema: impossible }) }, {}, { dynamic: true });
  expect(invalid.headers.get("x-sandbox-sample")).toMatch(/^invalid/);
  const hard = { type: "integer", allOf: [{ multipleOf: 7919 }, { minimum: 7919, maximum: 7920 }] };
  expect(await (await answer({ "200": json({ schema: hard }) }, {}, { dynamic: true })).json()).toBe(7919);
  const example = { "200": json({ example: { only: "this" } }) };
  expect(await (await answer(example, {}, { dynamic: true })).json()).toEqual({ only: "this" });
});

test("a seed that is no whole number is refused when the sandbox is made", () => {
  expect(() => createSandbox({ dynamic: { seed: Number.NaN } })).toThrow(
    new RangeError("The seed of dynamic is a whole number, not NaN"),
  );
});

test("two runs of the command with one seed answer the same, and another way with another", async () => {
  const run = async (...flags: string[]) => {
    const running = await start(["--port", "0", ...flags]);
    onTestFinished(() => running.signal("SIGKILL"));
    const headers = { prefer: "dynamic=true" };
    const answers: string[] = [];
    for (let time = 0; time < 3; time++) {
      answers.push(await (await fetch(`${running.url}/notes`, putRequest(NOTE_REQUEST, headers))).text());
    }
    return answers;
  };
  const [first, again, other] = await Promise.all([
    run("--dynamic-seed", "7"),
    run("--dynamic-seed", "7"),
    run("--dynamic", "--dynamic-seed", "8"),
  ]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
