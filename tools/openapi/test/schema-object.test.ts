import { describe, expect, test } from "vitest";
import type { Notice, Schema } from "../src/index.ts";
import { only, read, type Version, versions, yaml } from "./support/read.ts";
import { ajvVerdictOf, verdictOf } from "./support/verdict.ts";

/** The component schemas of an example, as they are read. */
function schemasOf(version: Version, schemas: object) {
  return read(version, { components: { schemas } }).schemas;
}

/** What a component says of each value, which is what Ajv says of it too. */
function verdicts(version: Version, schemas: object, name: string, values: readonly unknown[]): boolean[] {
  const verdict = verdictOf(read(version, { components: { schemas } }));
  const ajv = ajvVerdictOf(schemas);
  return values.map((value) => {
    const isValid = verdict(name, value);
    expect({ value, isValid }).toEqual({ value, isValid: ajv(name, value) });
    return isValid;
  });
}

describe.each(versions)("Schema Object Examples (OpenAPI %s § %s.24.6)", (version) => {
  test("Primitive Example: a format is an annotation", () => {
    const schemas = {
      Email: yaml(`
        type: string
        format: email
      `),
    };
    expect(schemasOf(version, schemas)).toEqual(schemas);
    expect(verdicts(version, schemas, "Email", ["a@example.com", "no address", 1, null])).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("Simple Model", () => {
    const schemas = {
      Address: { type: "string" },
      Person: yaml(`
        type: object
        required:
          - name
        properties:
          name:
            type: string
          address:
            $ref: '#/components/schemas/Address'
          age:
            type: integer
            format: int32
            minimum: 0
      `),
    };
    expect(schemasOf(version, schemas)).toEqual(schemas);
    const values = [
      { name: "Ada" },
      { name: "Ada", address: "London", age: 36 },
      { name: "Ada", age: 36.0, other: true },
      { name: "Ada", age: -1 },
      { name: "Ada", age: 1.5 },
      { name: "Ada", address: 1 },
      { address: "London" },
      "Ada",
    ];
    const expected = [true, true, true, false, false, false, false, false];
    expect(verdicts(version, schemas, "Person", values)).toEqual(expected);
  });

  test("Model with Map/Dictionary Properties, of strings and of models", () => {
    const schemas = {
      Strings: yaml(`
        type: object
        additionalProperties:
          type: string
      `),
      ComplexModel: { type: "object", required: ["a"] },
      Models: yaml(`
        type: object
        additionalProperties:
          $ref: '#/components/schemas/ComplexModel'
      `),
    };
    expect(schemasOf(version, schemas)).toEqual(schemas);
    const strings: unknown[] = [{}, { a: "a", ["__proto__"]: "b" }, { a: 1 }, { toString: 1 }, []];
    expect(verdicts(version, schemas, "Strings", strings)).toEqual([true, true, false, false, false]);
    expect(verdicts(version, schemas, "Models", [{ x: { a: 1 } }, { x: {} }, { x: 1 }])).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("Model with Example", () => {
    const model = yaml(`
      type: object
      properties:
        id:
          type: integer
          format: int64
        name:
          type: string
      required:
        - name
    `);
    const example = { name: "Puma", id: 1 };
    const examples = { examples: [example] };
    const schemas = { Cat: { ...model, ...(version === "3.1.1" ? examples : { example }) } };
    expect(schemasOf(version, schemas)).toEqual(schemas);
    expect(verdicts(version, schemas, "Cat", [example, { id: 1 }])).toEqual([true, false]);
  });

  test("Models with Composition", () => {
    const { components } = yaml(`
      components:
        schemas:
          ErrorModel:
            type: object
            required:
              - message
              - code
            properties:
              message:
                type: string
              code:
                type: integer
                minimum: 100
                maximum: 600
          ExtendedErrorModel:
            allOf:
              - $ref: '#/components/schemas/ErrorModel'
              - type: object
                required:
                  - rootCause
                properties:
                  rootCause:
                    type: string
    `) as { components: { schemas: object } };
    expect(schemasOf(version, components.schemas)).toEqual(components.schemas);
    const values = [
      { message: "No", code: 404, rootCause: "?" },
      { message: "No", code: 404 },
      { message: "No", code: 601, rootCause: "?" },
      { rootCause: "?" },
    ];
    expect(verdicts(version, components.schemas, "ExtendedErrorModel", values)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("Models with Polymorphism Support: the discriminator of a parent changes no verdict", () => {
    const { components } = yaml(`
      components:
        schemas:
          Pet:
            type: object
            discriminator:
              propertyName: petType
            properties:
              name:
                type: string
              petType:
                type: string
            required:
              - name
              - petType
          Cat: # "Cat" will be used as the discriminating value
            description: A representation of a cat
            allOf:
              - $ref: '#/components/schemas/Pet'
              - type: object
                properties:
                  huntingSkill:
                    type: string
                    description: The measured skill for hunting
                    enum:
                      - clueless
                      - lazy
                      - adventurous
                      - aggressive
                required:
                  - huntingSkill
          Dog: # "Dog" will be used as the discriminating value
            description: A representation of a dog
            allOf:
              - $ref: '#/components/schemas/Pet'
              - type: object
                properties:
                  packSize:
                    type: integer
                    format: int32
                    description: the size of the pack the dog is from
                    default: 0
                    minimum: 0
                required:
                  - packSize
    `) as { components: { schemas: Record<string, object> } };
    const { Pet, ...others } = schemasOf(version, components.schemas);
    expect(Pet).toEqual({
      ...components.schemas["Pet"],
      discriminator: { propertyName: "petType", mapping: {} },
    });
    expect(others).toEqual({ Cat: components.schemas["Cat"], Dog: components.schemas["Dog"] });
    const values = [
      { name: "Tom", petType: "Cat", huntingSkill: "lazy" },
      { name: "Tom", petType: "Cat", huntingSkill: "none" },
      { name: "Tom", petType: "Cat" },
      // Nothing says in JSON Schema that a cat is no dog.
      { name: "Tom", petType: "Dog", huntingSkill: "lazy" },
    ];
    expect(verdicts(version, components.schemas, "Cat", values)).toEqual([true, false, false, true]);
    expect(verdicts(version, components.schemas, "Pet", [{ name: "Tom", petType: "Fish" }])).toEqual([true]);
  });
});

describe("Schema Object Examples of OpenAPI 3.1.1 only (§ 4.8.24.6)", () => {
  test("Model with Annotated Enumeration", () => {
    const schemas = {
      Colors: yaml(`
        oneOf:
          - const: RGB
            title: Red, Green, Blue
            description: Specify colors with the red, green, and blue additive color model
          - const: CMYK
            title: Cyan, Magenta, Yellow, Black
            description: Specify colors with the cyan, magenta, yellow, and black subtractive color model
      `),
    };
    expect(schemasOf("3.1.1", schemas)).toEqual(schemas);
    expect(verdicts("3.1.1", schemas, "Colors", ["RGB", "CMYK", "HSL", null])).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("Generic Data Structure Model: references by $id are refused, with what to write instead", () => {
    const schemas = yaml(`
      genericArrayComponent:
        $id: fully_generic_array
        type: array
        items:
          $dynamicRef: '#generic-array'
        $defs:
          allowAll:
            $dynamicAnchor: generic-array
      numberArray:
        $id: array_of_numbers
        $ref: fully_generic_array
        $defs:
          numbersOnly:
            $dynamicAnchor: generic-array
            type: number
    `);
    expect(() => schemasOf("3.1.1", schemas)).toThrow(
      "The description refers to fully_generic_array, outside of itself: bundle it into one document first",
    );
  });

  test("what a dynamic reference says is not checked, and a notice says so", () => {
    const List = yaml(`
      $id: fully_generic_array
      type: array
      items:
        $dynamicRef: '#generic-array'
      $defs:
        allowAll:
          $dynamicAnchor: generic-array
    `);
    const { schemas, notices } = read("3.1.1", { components: { schemas: { List } } });
    expect(schemas).toEqual({ List: { type: "array", items: {} } });
    expect(notices).toEqual<Notice[]>([
      {
        message: "`$dynamicRef` is not followed: what it says of a value is not checked. Use `$ref`.",
        pointer: "#/components/schemas/List/items/$dynamicRef",
      },
    ]);
  });
});

describe.each(versions)("XML Object Examples (OpenAPI %s § %s.26.2)", (version) => {
  test.each<[string, string]>([
    ["no XML element, basic string", "{ type: string }"],
    ["no XML element, array", "{ type: array, items: { type: string } }"],
    ["name replacement", "{ type: string, xml: { name: animal } }"],
    ["an attribute", "{ type: integer, format: int32, xml: { attribute: true } }"],
    [
      "prefix and namespace",
      "{ type: string, xml: { namespace: https://example.com/schema/sample, prefix: sample } }",
    ],
    ["names of items", "{ type: array, items: { type: string, xml: { name: animal } } }"],
    [
      "the external name is ignored unless wrapped",
      "{ type: array, items: { type: string, xml: { name: animal } }, xml: { name: aliens } }",
    ],
    ["wrapped", "{ type: array, items: { type: string }, xml: { wrapped: true } }"],
    [
      "wrapped, with names of items",
      "{ type: array, items: { type: string, xml: { name: animal } }, xml: { wrapped: true } }",
    ],
    [
      "wrapped, with both names",
      "{ type: array, items: { type: string, xml: { name: animal } }, xml: { name: aliens, wrapped: true } }",
    ],
    [
      "wrapped, with the name of the wrapper",
      "{ type: array, items: { type: string }, xml: { name: aliens, wrapped: true } }",
    ],
  ])("%s: is kept for whoever writes XML", (_, animals) => {
    const schema = { type: "object", properties: { animals: yaml(animals) } };
    const requestBody = { content: { "application/xml": { schema } } };
    const paths = { "/": { post: { requestBody, responses: {} } } };
    const body = only(read(version, { paths }).operations).requestBody;
    expect(only(body?.content)).toMatchObject({ kind: "bytes", schema });
  });
});

describe("what a keyword may be", () => {
  const one = (schema: unknown, version: Version = "3.1.1") => schemasOf(version, { A: schema })["A"];

  test("a schema may be a boolean (JSON Schema Core § 4.3.2)", () => {
    for (const schema of [true, false]) {
      expect(one(schema)).toBe(schema);
      const written: Schema = {
        properties: { a: schema },
        items: schema,
        not: schema,
        anyOf: [schema, {}],
        additionalProperties: schema,
      };
      expect(one(written)).toEqual(written);
    }
  });

  test.each<[string, object]>([
    ["what is no schema allows anything", { properties: { a: null, b: "text", c: 1, d: [] } }],
  ])("%s", (_, schema) => {
    expect(one(schema)).toEqual({ properties: { a: true, b: true, c: true, d: true } });
  });

  test("what a keyword cannot be is left out", () => {
    expect(
      one({
        title: null,
        description: 1.5,
        deprecated: "yes",
        readOnly: 1,
        writeOnly: null,
        format: {},
        type: "file",
        enum: "a",
        required: true,
        properties: [],
        allOf: {},
        anyOf: "text",
        minLength: "1",
        maximum: null,
        multipleOf: 0,
        uniqueItems: 1,
        pattern: 1,
        dependentRequired: { a: "b", c: ["d", 1, null] },
        externalDocs: "https://example.com",
        xml: "a",
        discriminator: "a",
        examples: { a: 1 },
      }),
    ).toEqual({ description: "1.5", dependentRequired: { c: ["d", "1"] }, examples: [] });
  });

  test("what is unknown is kept, and what names a schema is not", () => {
    const schema = { $id: "a", $anchor: "b", $dynamicAnchor: "c", $comment: "d", "x-e": 1, custom: [2] };
    expect(one(schema)).toEqual({ $comment: "d", "x-e": 1, custom: [2] });
  });

  test("type: null that YAML takes for nothing is the type", () => {
    expect(one(yaml("{ type: null }"))).toEqual({ type: "null" });
    expect(one(yaml("{ type: [string, null] }"))).toEqual({ type: ["string", "null"] });
  });

  test("numbers, types and patterns that nothing can be made of are told of", () => {
    const schema = { type: ["string", "file"], minLength: "1", multipleOf: 0, pattern: "(" };
    const { notices } = read("3.1.1", { components: { schemas: { A: schema } } });
    expect(notices).toEqual<Notice[]>([
      {
        message: "`file` is no type of JSON Schema; it is not checked.",
        pointer: "#/components/schemas/A/type",
      },
      {
        message: "`minLength` is no usable number; it is not checked.",
        pointer: "#/components/schemas/A/minLength",
      },
      {
        message: "`multipleOf` is no usable number; it is not checked.",
        pointer: "#/components/schemas/A/multipleOf",
      },
      {
        message: "The pattern `(` is none of JavaScript; it is not checked.",
        pointer: "#/components/schemas/A/pattern",
      },
    ]);
  });

  test("a component may have any name", () => {
    const schemas = Object.fromEntries(
      ["__proto__", "constructor", "100%", "", "a/b", "x-a"].map((name) => [name, { type: "string" }]),
    );
    expect(Object.keys(schemasOf("3.1.1", schemas))).toEqual(Object.keys(schemas));
  });
});
