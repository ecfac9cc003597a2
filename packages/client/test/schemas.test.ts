import { buildModel } from "@visitors-api/codegen";
import { exampleCall } from "@visitors-api/codegen/example-call";
import { run } from "@visitors-api/machine/run";
import { type MediaType, readDescription } from "@visitors-api/openapi";
import { describe, expect, test } from "vitest";
import type { StandardSchema } from "../src/schemas.ts";
import { type Api, apis } from "./apis.ts";
import { Note, updateNoteInput } from "./notes/generated/schemas.ts";
import { note, request } from "./notes.ts";

const issues = (schema: StandardSchema<unknown>, value: unknown) =>
  schema["~standard"].validate(value).issues;

describe.each(apis)("there is a validator, of $api", ({ document, operationTable, schemas }) => {
  test.each(buildModel(readDescription(document)).schemas)("for the component $component", ({ name }) => {
    // Whether there is one is what the test asks.
    const schema = (schemas as Readonly<Record<string, unknown>>)[name] as Partial<StandardSchema<unknown>>;
    expect(schema?.["~standard"]).toEqual({
      version: 1,
      vendor: "@visitors-api/client",
      validate: expect.any(Function),
    });
  });

  test.each(Object.keys(operationTable))("for the input and the output of the operation %s", (name) => {
    const operations: Readonly<Record<string, object>> = { ...schemas.operationSchemas };
    const schema = { "~standard": expect.objectContaining({ version: 1 }) };
    expect(operations[name]).toMatchObject({ input: schema, output: schema });
  });
});

describe.each(apis)("what the description of $api shows is valid", ({ document, schemas }) => {
  const description = readDescription(document);
  const model = buildModel(description);
  const examplesOf = (content: readonly MediaType[]) => content.flatMap(({ examples }) => examples);

  test.each(description.operations)("$id", (operation) => {
    const bodies = examplesOf(operation.requestBody?.content ?? []).map(({ name }) => name);
    for (const example of bodies.length > 0 ? bodies : [undefined]) {
      const { method, input } = exampleCall(description, model, operation, example);
      expect(issues(schemasOf(schemas, method).input, input)).toBeUndefined();
    }
    const { output, errors } = schemasOf(schemas, exampleCall(description, model, operation).method);
    for (const { status, content } of operation.responses) {
      for (const { value } of examplesOf(content)) {
        expect(issues(errors[status] ?? output, value)).toBeUndefined();
      }
    }
  });

  test("and it shows something", () => {
    const contents = description.operations
      .flatMap(({ responses }) => responses)
      .map(({ content }) => content);
    expect(contents.flatMap(examplesOf)).not.toEqual([]);
  });
});

interface OperationSchemas {
  readonly input: StandardSchema<unknown>;
  readonly output: StandardSchema<unknown>;
  /** By status. */
  readonly errors: Readonly<Record<string, StandardSchema<unknown>>>;
}

function schemasOf({ operationSchemas }: Api["schemas"], method: string): OperationSchemas {
  // There is an entry for each operation, and each is made in this way.
  const all = operationSchemas as Readonly<Record<string, OperationSchemas>>;
  const [found] = Object.entries(all).flatMap(([name, schemas]) => (name === method ? [schemas] : []));
  if (found === undefined) throw new Error(`There are no validators for ${method}`);
  return found;
}

describe("a value that is valid", () => {
  test("is given back as it is, with properties that nobody described", () => {
    const value = { ...note, not_described: "Gaz", tags: { tags: [{ type: "tag", shape: "circle" }] } };
    const result = Note["~standard"].validate(value);
    expect(result).toEqual({ value });
    expect("value" in result && result.value).toBe(value);
  });

  test("may be of another format than the one that is noted", () => {
    expect(issues(Note, { email: "", avatar: { image_url: "no address" } })).toBeUndefined();
  });

  test("may have a property that is undefined, as it is not sent", () => {
    expect(issues(updateNoteInput, { ...request, slug: undefined })).toBeUndefined();
  });
});

describe("an issue says where and what", () => {
  test.each<[string, unknown, unknown]>([
    ["a wrong type", { id: 5 }, [{ path: ["id"], message: "must be a string, not a number" }]],
    ["null", { id: null }, [{ path: ["id"], message: "must be a string, not null" }]],
    ["no object", [], [{ path: [], message: "must be an object, not an array" }]],
    ["nothing", undefined, [{ path: [], message: "must be an object, not undefined" }]],
    ["neither of two", { name: "x" }, [{ path: [], message: "id or slug is required" }]],
    [
      "neither of two, and something else",
      { name: 1 },
      [
        { path: [], message: "id or slug is required" },
        { path: ["name"], message: "must be a string, not a number" },
      ],
    ],
    [
      "several types",
      { id: "1", labels: { "a.b": {} } },
      [
        {
          path: ["labels", "a.b"],
          message: "must be a string or a number or a boolean, not an object",
        },
      ],
    ],
    [
      "a number that JSON does not have",
      { id: "1", labels: { spend: Number.NaN } },
      [
        {
          path: ["labels", "spend"],
          message: "must be a string or a number or a boolean, not NaN",
        },
      ],
    ],
  ])("%s", (_, value, expected) => {
    expect(issues(updateNoteInput, value)).toEqual(expected);
  });

  test("deep in a list", () => {
    const value = { tags: { tags: [{ type: "tag" }, { type: "label" }] } };
    expect(issues(Note, value)).toEqual([{ path: ["tags", "tags", 1, "type"], message: 'must be "tag"' }]);
  });

  test("without repeating the value", () => {
    const secret = "dG9rOjEyMzQ1Njc4";
    const value = { id: [secret], name: { secret }, labels: { a: [secret] } };
    expect(issues(updateNoteInput, value)).toHaveLength(3);
    expect(JSON.stringify(issues(updateNoteInput, value))).not.toContain(secret);
  });
});

describe("a hostile value", () => {
  test("is told no more than 50 things", () => {
    const many = Array.from({ length: 100_000 }, () => ({ id: 1 }));
    expect(issues(Note, { tags: { tags: many }, labels: { many } })).toHaveLength(50);
    const attributes = Object.fromEntries(many.map((_, index) => [index, null]));
    expect(issues(updateNoteInput, { id: "1", labels: attributes })).toHaveLength(50);
  });

  test("with names that every object has gets nothing from them", () => {
    const text = '{ "__proto__": { "id": "1" }, "constructor": 1, "toString": null, "hasOwnProperty": 2 }';
    expect(issues(updateNoteInput, JSON.parse(text))).toEqual([
      { path: [], message: "id or slug is required" },
    ]);
    const inherited = Object.create({ id: "1" });
    expect(issues(updateNoteInput, inherited)).toHaveLength(1);
    const attributes = JSON.parse('{ "id": "1", "labels": { "__proto__": null } }');
    expect(issues(updateNoteInput, attributes)).toMatchObject([{ path: ["labels", "__proto__"] }]);
  });
});

test("validators need no code from strings, so that a strict Content Security Policy lets them work", async () => {
  const program = `
    import { updateNoteInput, Note } from ${JSON.stringify(new URL("notes/generated/schemas.ts", import.meta.url))};
    let refused = false;
    try { new Function("return 1"); } catch { refused = true; }
    const valid = Note["~standard"].validate(${JSON.stringify(note)}).issues === undefined;
    const invalid = updateNoteInput["~standard"].validate({}).issues !== undefined;
    console.log(JSON.stringify({ refused, valid, invalid }));`;
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", program];
  const { output } = await run(process.execPath, args);
  expect(JSON.parse(output)).toEqual({ refused: true, valid: true, invalid: true });
});
