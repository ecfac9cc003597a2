import { buildModel } from "@visitors-api/codegen";
import { exampleCall } from "@visitors-api/codegen/example-call";
import { run } from "@visitors-api/machine/run";
import { type MediaType, readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/spec" with { type: "json" };
import { describe, expect, test } from "vitest";
import { operationTable } from "../src/generated/operations.ts";
import * as schemas from "../src/schemas.ts";
import { operationSchemas, type StandardSchema, updateVisitorInput, Visitor } from "../src/schemas.ts";
import { request, visitor } from "./visitors.ts";

const issues = (schema: StandardSchema<unknown>, value: unknown) =>
  schema["~standard"].validate(value).issues;

describe("there is a validator", () => {
  test.each(Object.keys(document.components.schemas))("for the component %s", (name) => {
    // Whether there is one is what the test asks.
    const schema = (schemas as Readonly<Record<string, unknown>>)[name] as Partial<StandardSchema<unknown>>;
    expect(schema?.["~standard"]).toEqual({
      version: 1,
      vendor: "@visitors-api/client",
      validate: expect.any(Function),
    });
  });

  test.each(Object.keys(operationTable))("for the input and the output of the operation %s", (name) => {
    const operations: Readonly<Record<string, object>> = operationSchemas;
    const schema = { "~standard": expect.objectContaining({ version: 1 }) };
    expect(operations[name]).toMatchObject({ input: schema, output: schema });
  });
});

describe("what the description shows is valid", () => {
  const description = readDescription(document);
  const model = buildModel(description);
  const examplesOf = (content: readonly MediaType[]) => content.flatMap(({ examples }) => examples);

  test.each(description.operations)("$id", (operation) => {
    const bodies = examplesOf(operation.requestBody?.content ?? []).map(({ name }) => name);
    for (const example of bodies.length > 0 ? bodies : [undefined]) {
      const { method, input } = exampleCall(description, model, operation, example);
      expect(issues(schemasOf(method).input, input)).toBeUndefined();
    }
    const { output, errors } = schemasOf(exampleCall(description, model, operation).method);
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

function schemasOf(method: string): OperationSchemas {
  const all: Readonly<Record<string, OperationSchemas>> = operationSchemas;
  const [found] = Object.entries(all).flatMap(([name, schemas]) => (name === method ? [schemas] : []));
  if (found === undefined) throw new Error(`There are no validators for ${method}`);
  return found;
}

describe("a value that is valid", () => {
  test("is given back as it is, with properties that nobody described", () => {
    const value = { ...visitor, not_described: "Gaz", avatar: { type: "avatar", shape: "circle" } };
    const result = Visitor["~standard"].validate(value);
    expect(result).toEqual({ value });
    expect("value" in result && result.value).toBe(value);
  });

  test("may be of another format than the one that is noted", () => {
    expect(issues(Visitor, { email: "", avatar: { image_url: "no address" } })).toBeUndefined();
  });

  test("may have a property that is undefined, as it is not sent", () => {
    expect(issues(updateVisitorInput, { ...request, user_id: undefined })).toBeUndefined();
  });
});

describe("an issue says where and what", () => {
  test.each<[string, unknown, unknown]>([
    ["a wrong type", { id: 5 }, [{ path: ["id"], message: "must be a string, not a number" }]],
    ["null", { id: null }, [{ path: ["id"], message: "must be a string, not null" }]],
    ["no object", [], [{ path: [], message: "must be an object, not an array" }]],
    ["nothing", undefined, [{ path: [], message: "must be an object, not undefined" }]],
    ["neither of two", { name: "x" }, [{ path: [], message: "id or user_id is required" }]],
    [
      "neither of two, and something else",
      { name: 1 },
      [
        { path: [], message: "id or user_id is required" },
        { path: ["name"], message: "must be a string, not a number" },
      ],
    ],
    [
      "several types",
      { id: "1", custom_attributes: { "a.b": {} } },
      [
        {
          path: ["custom_attributes", "a.b"],
          message: "must be a string or a number or a boolean, not an object",
        },
      ],
    ],
    [
      "a number that JSON does not have",
      { id: "1", custom_attributes: { spend: Number.NaN } },
      [
        {
          path: ["custom_attributes", "spend"],
          message: "must be a string or a number or a boolean, not NaN",
        },
      ],
    ],
  ])("%s", (_, value, expected) => {
    expect(issues(updateVisitorInput, value)).toEqual(expected);
  });

  test("deep in a list", () => {
    const value = { tags: { type: "tag.list", tags: [{ type: "tag" }, { type: "label" }] } };
    expect(issues(Visitor, value)).toEqual([{ path: ["tags", "tags", 1, "type"], message: 'must be "tag"' }]);
  });

  test("without repeating the value", () => {
    const secret = "dG9rOjEyMzQ1Njc4";
    const value = { id: [secret], name: { secret }, custom_attributes: { a: [secret] } };
    expect(issues(updateVisitorInput, value)).toHaveLength(3);
    expect(JSON.stringify(issues(updateVisitorInput, value))).not.toContain(secret);
  });
});

describe("a hostile value", () => {
  test("is told no more than 50 things", () => {
    const many = Array.from({ length: 100_000 }, () => ({ id: 1 }));
    expect(issues(Visitor, { tags: { tags: many }, companies: { companies: many } })).toHaveLength(50);
    const attributes = Object.fromEntries(many.map((_, index) => [index, null]));
    expect(issues(updateVisitorInput, { id: "1", custom_attributes: attributes })).toHaveLength(50);
  });

  test("with names that every object has gets nothing from them", () => {
    const text = '{ "__proto__": { "id": "1" }, "constructor": 1, "toString": null, "hasOwnProperty": 2 }';
    expect(issues(updateVisitorInput, JSON.parse(text))).toEqual([
      { path: [], message: "id or user_id is required" },
    ]);
    const inherited = Object.create({ id: "1" });
    expect(issues(updateVisitorInput, inherited)).toHaveLength(1);
    const attributes = JSON.parse('{ "id": "1", "custom_attributes": { "__proto__": null } }');
    expect(issues(updateVisitorInput, attributes)).toMatchObject([
      { path: ["custom_attributes", "__proto__"] },
    ]);
  });
});

test("validators need no code from strings, so that a strict Content Security Policy lets them work", async () => {
  const program = `
    import { updateVisitorInput, Visitor } from ${JSON.stringify(new URL("../src/schemas.ts", import.meta.url))};
    let refused = false;
    try { new Function("return 1"); } catch { refused = true; }
    const valid = Visitor["~standard"].validate(${JSON.stringify(visitor)}).issues === undefined;
    const invalid = updateVisitorInput["~standard"].validate({}).issues !== undefined;
    console.log(JSON.stringify({ refused, valid, invalid }));`;
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", program];
  const { output } = await run(process.execPath, args);
  expect(JSON.parse(output)).toEqual({ refused: true, valid: true, invalid: true });
});
