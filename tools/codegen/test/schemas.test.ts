import { describe, expect, test } from "vitest";
import { components, validatorsOf } from "./support/validators.ts";

interface Case {
  readonly schema: unknown;
  readonly valid?: readonly unknown[];
  readonly invalid?: readonly unknown[];
}

async function check(version: string, { schema, valid = [], invalid = [] }: Case): Promise<void> {
  const { validate } = await validatorsOf(
    components(version, {
      Case: schema,
      Text: { type: "string" },
      Pet: { type: "object", required: ["name"] },
    }),
  );
  for (const value of valid)
    expect({ value, issues: validate("Case", value) }).toEqual({ value, issues: undefined });
  for (const value of invalid)
    expect({ value, issues: validate("Case", value) }).not.toEqual({ value, issues: undefined });
}

describe("in OpenAPI 3.0", () => {
  test.each<[string, Case]>([
    [
      "nullable adds null to a type",
      { schema: { type: "string", nullable: true, minLength: 2 }, valid: [null, "ab"], invalid: ["a", 1] },
    ],
    [
      "nullable lets null pass an enum without it",
      { schema: { type: "string", nullable: true, enum: ["a"] }, valid: [null, "a"], invalid: ["b"] },
    ],
    [
      "nullable lets null pass what it is combined with",
      {
        schema: { nullable: true, allOf: [{ $ref: "#/components/schemas/Pet" }] },
        valid: [null, { name: "a" }],
        invalid: [{}, 1],
      },
    ],
    [
      "exclusiveMinimum makes an exclusive bound of minimum",
      { schema: { type: "number", minimum: 1, exclusiveMinimum: true }, valid: [1.1], invalid: [1] },
    ],
    [
      "exclusiveMaximum makes an exclusive bound of maximum",
      { schema: { type: "number", maximum: 1, exclusiveMaximum: true }, valid: [0.9], invalid: [1] },
    ],
    [
      "exclusiveMinimum: false leaves minimum what it is",
      { schema: { type: "number", minimum: 1, exclusiveMinimum: false }, valid: [1], invalid: [0.9] },
    ],
    [
      "what stands beside a reference is ignored",
      {
        schema: { type: "object", properties: { a: { $ref: "#/components/schemas/Text", minLength: 2 } } },
        valid: [{ a: "a" }],
        invalid: [{ a: 1 }],
      },
    ],
  ])("%s", (_, one) => check("3.0.3", one));
});

describe("in OpenAPI 3.1", () => {
  test.each<[string, Case]>([
    [
      "a type may be one of several",
      { schema: { type: ["string", "null"] }, valid: [null, ""], invalid: [1] },
    ],
    [
      "exclusiveMinimum is a bound of its own",
      { schema: { exclusiveMinimum: 1, maximum: 2 }, valid: [2, 1.5], invalid: [1, 2.1] },
    ],
    [
      "what stands beside a reference counts",
      {
        schema: { properties: { a: { $ref: "#/components/schemas/Text", minLength: 2 } } },
        valid: [{ a: "ab" }],
        invalid: [{ a: "a" }, { a: 1 }],
      },
    ],
    [
      "a schema may be true or false",
      { schema: { properties: { a: true, b: false } }, valid: [{ a: 1 }], invalid: [{ b: 1 }] },
    ],
    ["format is an annotation", { schema: { type: "string", format: "email" }, valid: ["", "no address"] }],
    [
      "default and examples are annotations",
      { schema: { type: "string", default: 1, examples: [2] }, valid: ["a"] },
    ],
    [
      "null alone may be one of the alternatives",
      {
        schema: { anyOf: [{ $ref: "#/components/schemas/Text" }, { type: "null" }] },
        valid: [null, "a"],
        invalid: [1],
      },
    ],
    [
      "an integer that is a number too fits two of oneOf",
      { schema: { oneOf: [{ type: "integer" }, { type: "number" }] }, valid: [1.5], invalid: [1, "a"] },
    ],
    [
      "properties that no alternative speaks of can be refused",
      {
        schema: {
          type: "object",
          anyOf: [
            { required: ["a"], properties: { a: {} } },
            { required: ["b"], properties: { b: {} } },
          ],
          unevaluatedProperties: false,
        },
        valid: [{ a: 1 }, { a: 1, b: 1 }],
        invalid: [{ a: 1, c: 1 }, {}],
      },
    ],
    [
      "a value is of the alternative that its discriminator names, if it is an object",
      {
        schema: {
          oneOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Text" }],
          discriminator: { propertyName: "name", mapping: { a: "#/components/schemas/Pet" } },
        },
        valid: [{ name: "a" }, "a"],
        invalid: [1, { name: "b" }],
      },
    ],
    [
      "a name that every object has is a name like any other",
      {
        schema: { required: ["toString", "constructor"] },
        valid: [{ toString: 1, constructor: 2 }],
        invalid: [{}],
      },
    ],
    [
      "a schema may be about itself",
      {
        schema: {
          type: "object",
          properties: { next: { $ref: "#/components/schemas/Case" } },
          required: ["id"],
        },
        valid: [{ id: 1, next: { id: 2 } }],
        invalid: [{ id: 1, next: {} }],
      },
    ],
    [
      "a reference may lead into the midst of a schema that is about itself",
      {
        schema: {
          type: "object",
          properties: {
            node: {
              type: "object",
              properties: {
                node: { $ref: "#/components/schemas/Case/properties/node" },
                id: { type: "string" },
              },
            },
          },
        },
        valid: [{ node: { node: { node: { id: "a" } } } }],
        invalid: [{ node: { node: { node: { id: 1 } } } }],
      },
    ],
    [
      "multipleOf takes decimals as they are written",
      { schema: { multipleOf: 0.01 }, valid: [0.07, 19.99, 1.1, 4.35, -0.29, 1e21], invalid: [0.075, 1e-7] },
    ],
  ])("%s", (_, one) => check("3.1.0", one));
});

describe("a pattern", () => {
  test("that only an older JavaScript reads is read as it does", async () => {
    const { validate, model } = await validatorsOf(
      components("3.0.3", { A: { type: "string", pattern: "^[a-z]\\_\\@$" } }),
    );
    expect(validate("A", "a_@")).toBeUndefined();
    expect(validate("A", "ab@")).toHaveLength(1);
    expect(model.notices).toEqual([]);
  });

  test.each(["(?i)abc", "\\Aabc\\Z", "^\\p{Nonsense}$", "["])(
    "that is none of JavaScript is not checked, and that is said: %s",
    async (pattern) => {
      const { validate, model } = await validatorsOf(
        components("3.1.0", { A: { properties: { a: { type: "string", pattern } } } }),
      );
      expect(validate("A", { a: "anything" })).toBeUndefined();
      expect(model.notices).toEqual([
        {
          message: `The pattern \`${pattern}\` is none of JavaScript; it is not checked.`,
          pointer: "#/components/schemas/A/properties/a/pattern",
        },
      ]);
    },
  );

  test("of names that is none of JavaScript may be about every property", async () => {
    const schema = { patternProperties: { "(?i)x": { type: "string" } }, additionalProperties: false };
    const { validate, model } = await validatorsOf(components("3.1.0", { A: schema }));
    expect(validate("A", { x: 1 })).toBeUndefined();
    expect(model.notices).toEqual([
      {
        message: expect.stringContaining("`(?i)x` of properties"),
        pointer: "#/components/schemas/A/patternProperties/(?i)x",
      },
    ]);
  });
});

describe("what is required of an operation's", () => {
  const thing = {
    type: "object",
    required: ["id", "secret", "name"],
    properties: {
      id: { type: "string", readOnly: true },
      secret: { $ref: "#/components/schemas/Secret" },
      name: { type: "string" },
    },
  };
  const body = {
    required: true,
    content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
  };
  const description = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things": {
        post: {
          operationId: "make",
          requestBody: body,
          responses: { 200: { description: "Made", content: body.content } },
        },
      },
    },
    components: { schemas: { Thing: thing, Secret: { type: "string", writeOnly: true } } },
  });

  test("input is not what is read only", async () => {
    const { validate } = await validatorsOf(description);
    expect(validate("makeInput", { secret: "s", name: "n" })).toBeUndefined();
    expect(validate("makeInput", {})?.map(({ path }) => path)).toEqual([["name"], ["secret"]]);
  });

  test("output is not what is written only", async () => {
    const { validate } = await validatorsOf(description);
    expect(validate("makeOutput", { id: "1", name: "n" })).toBeUndefined();
    expect(validate("makeOutput", {})?.map(({ path }) => path)).toEqual([["name"], ["id"]]);
  });
});

describe("the input of an operation", () => {
  const operation = (rest: object) =>
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      paths: { "/pets/{id}": { put: { operationId: "put", responses: {}, ...rest } } },
    });
  const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
  const limit = { name: "limit", in: "query", schema: { type: "integer", maximum: 9 } };
  const closed = {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" } },
    additionalProperties: false,
  };
  const json = (schema: unknown, required = true) => ({
    required,
    content: { "application/json": { schema } },
  });

  test("is its parameters", async () => {
    const { validate } = await validatorsOf(operation({ parameters: [id, limit] }));
    expect(validate("putInput", { id: 1, limit: 9, other: 1 })).toBeUndefined();
    expect(validate("putInput", { limit: 10 })).toEqual([
      { path: ["id"], message: "is required" },
      { path: ["limit"], message: "must be at most 9" },
    ]);
  });

  test("is its parameters beside the properties of a body that allows no others", async () => {
    const { validate } = await validatorsOf(
      operation({ parameters: [id, limit], requestBody: json(closed) }),
    );
    expect(validate("putInput", { id: 1, limit: 1, name: "a" })).toBeUndefined();
    expect(validate("putInput", { id: 1, name: "a", other: 1 })).toEqual([
      { path: ["other"], message: "is not allowed" },
    ]);
    expect(validate("putInput", { id: 1 })).toEqual([{ path: ["name"], message: "is required" }]);
  });

  test("may lack a body that may be left out, but not a part of it", async () => {
    const { validate } = await validatorsOf(
      operation({ parameters: [id], requestBody: json({ ...closed, required: ["name", "age"] }, false) }),
    );
    expect(validate("putInput", { id: 1 })).toBeUndefined();
    expect(validate("putInput", { id: 1, name: "a" })).toEqual([{ path: ["age"], message: "is required" }]);
  });

  test("has a body that is no object under its name", async () => {
    const { validate } = await validatorsOf(
      operation({ parameters: [id], requestBody: json({ type: "array", items: { type: "string" } }) }),
    );
    expect(validate("putInput", { id: 1, body: ["a"] })).toBeUndefined();
    expect(validate("putInput", { id: 1, body: [1] })).toEqual([
      { path: ["body", 0], message: "must be a string, not a number" },
    ]);
  });

  test("may have files in a form", async () => {
    const file = {
      type: "object",
      required: ["file"],
      properties: { file: { type: "string", format: "binary" } },
    };
    const { validate } = await validatorsOf(
      operation({
        parameters: [id],
        requestBody: { required: true, content: { "multipart/form-data": { schema: file } } },
      }),
    );
    expect(validate("putInput", { id: 1, file: new Blob(["a"]) })).toBeUndefined();
    expect(validate("putInput", { id: 1, file: 5 })).toEqual([
      { path: ["file"], message: "must be a string or a file" },
    ]);
  });
});

test("a validator whose name a component has gets another, and that is said", async () => {
  const { names, model } = await validatorsOf(
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      paths: { "/pets": { get: { operationId: "GetPets", responses: {} } } },
      components: { schemas: { GetPetsInput: { type: "string" } } },
    }),
  );
  expect([...names].sort()).toEqual(["GetPetsInput", "GetPetsInput2", "GetPetsOutput"]);
  expect(model.notices).toEqual([
    {
      message: "The validator of the input of GetPets is GetPetsInput2, for GetPetsInput is taken.",
      pointer: "#/paths/~1pets/get",
    },
  ]);
});
