import { describe, expect, test } from "vitest";
import { type Discriminator, type JsonObject, type Notice, tagsOf } from "../../src/index.ts";
import { read, versions, yaml } from "../support/read.ts";
import { ajvVerdictOf, verdictOf } from "../support/verdict.ts";

const pets = yaml(`
  Cat: { type: object, required: [petType], properties: { petType: { type: string }, name: { type: string } } }
  Dog: { type: object, required: [petType], properties: { petType: { type: string }, bark: { type: string } } }
  Lizard: { type: object, required: [petType], properties: { petType: { type: string }, lovesRocks: { type: boolean } } }
`);

/** The discriminator that a component has after it is read, and what was told of it. */
function readDiscriminator(version: (typeof versions)[number][0], schemas: JsonObject, name: string) {
  const description = read(version, { components: { schemas } });
  const schema = description.schemas[name];
  const discriminator = typeof schema === "object" ? schema.discriminator : undefined;
  return { discriminator, notices: description.notices };
}

const cat = "#/components/schemas/Cat";
const dog = "#/components/schemas/Dog";
const lizard = "#/components/schemas/Lizard";

describe.each(versions)("Discriminator Object Examples (OpenAPI %s § %s.25.4)", (version) => {
  test("exactly one of any number of types, without a discriminator", () => {
    const MyResponseType = yaml(`
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
        - $ref: '#/components/schemas/Lizard'
    `);
    expect(readDiscriminator(version, { ...pets, MyResponseType }, "MyResponseType")).toEqual({
      discriminator: undefined,
      notices: [],
    });
  });

  test("values are the names of the schemas unless they are mapped", () => {
    const MyResponseType = yaml(`
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
        - $ref: '#/components/schemas/Lizard'
      discriminator:
        propertyName: petType
    `);
    const schemas = { ...pets, MyResponseType };
    expect(readDiscriminator(version, schemas, "MyResponseType").discriminator).toEqual<Discriminator>({
      propertyName: "petType",
      mapping: { Cat: cat, Dog: dog, Lizard: lizard },
    });
    const verdict = verdictOf(read(version, { components: { schemas } }));
    expect(verdict("MyResponseType", { id: 12345, petType: "Cat" })).toBe(true);
    // It fits all three of them, but for the discriminator.
    expect(ajvVerdictOf(schemas)("MyResponseType", { id: 12345, petType: "Cat" })).toBe(false);
    expect(verdict("MyResponseType", { id: 12345, petType: "Fish" })).toBe(false);
  });

  test("a mapping, of which one value leads out of the document", () => {
    const MyResponseType = yaml(`
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
        - $ref: '#/components/schemas/Lizard'
      discriminator:
        propertyName: petType
        mapping:
          dog: '#/components/schemas/Dog'
          monster: https://gigantic-server.com/schemas/Monster/schema.json
    `);
    expect(readDiscriminator(version, { ...pets, MyResponseType }, "MyResponseType")).toEqual({
      discriminator: { propertyName: "petType", mapping: { dog, Cat: cat, Lizard: lizard } },
      notices: [
        {
          message:
            "No schema is at or named `https://gigantic-server.com/schemas/Monster/schema.json`; the value is read as one of no alternative.",
          pointer: "#/components/schemas/MyResponseType/discriminator/mapping/monster",
        },
      ],
    });
    const $ref = "https://gigantic-server.com/schemas/Monster/schema.json";
    const withMonster = { ...MyResponseType, oneOf: [{ $ref: cat }, { $ref }] };
    expect(() => readDiscriminator(version, { ...pets, withMonster }, "withMonster")).toThrow(
      `The description refers to ${$ref}, outside of itself: bundle it into one document first`,
    );
  });

  test("anyOf, where a payload may satisfy several", () => {
    const MyResponseType = {
      anyOf: [{ $ref: cat }, { $ref: dog }],
      discriminator: { propertyName: "petType" },
    };
    const verdict = verdictOf(read(version, { components: { schemas: { ...pets, MyResponseType } } }));
    expect(verdict("MyResponseType", { petType: "Dog", bark: "soft" })).toBe(true);
    expect(verdict("MyResponseType", { petType: "Dog", bark: 1 })).toBe(false);
    // The name says that it is a cat, of which `bark` is nothing that anybody knows.
    expect(verdict("MyResponseType", { petType: "Cat", bark: 1 })).toBe(true);
  });

  test("allOf, whose parent is not searched for those that build on it", () => {
    const { components } = yaml(`
      components:
        schemas:
          Pet:
            type: object
            required:
              - petType
            properties:
              petType:
                type: string
            discriminator:
              propertyName: petType
              mapping:
                dog: Dog
          Cat:
            allOf:
              - $ref: '#/components/schemas/Pet'
              - type: object
                # all other properties specific to a \`Cat\`
                properties:
                  name:
                    type: string
          Dog:
            allOf:
              - $ref: '#/components/schemas/Pet'
              - type: object
                # all other properties specific to a \`Dog\`
                properties:
                  bark:
                    type: string
          Lizard:
            allOf:
              - $ref: '#/components/schemas/Pet'
              - type: object
                # all other properties specific to a \`Lizard\`
                properties:
                  lovesRocks:
                    type: boolean
    `) as { components: { schemas: JsonObject } };
    const { schemas } = components;
    expect(readDiscriminator(version, schemas, "Pet").discriminator).toEqual<Discriminator>({
      propertyName: "petType",
      mapping: { dog },
    });
    const verdict = verdictOf(read(version, { components }));
    const ajv = ajvVerdictOf(schemas);
    for (const value of [
      { petType: "Cat", name: "Misty" },
      { petType: "dog", bark: "soft" },
      { petType: "dog", bark: 1 },
      { petType: 1 },
      {},
    ]) {
      for (const name of ["Pet", "Cat", "Dog", "Lizard"]) {
        expect([name, value, verdict(name, value)]).toEqual([name, value, ajv(name, value)]);
      }
    }
  });
});

describe("Options for Mapping Values to Schemas (OpenAPI 3.1.1 § 4.8.25.3)", () => {
  const union = (mapping: object, oneOf: readonly object[] = [{ $ref: cat }, { $ref: dog }]) => ({
    oneOf,
    discriminator: { propertyName: "petType", mapping },
  });
  const mappingOf = (schemas: JsonObject, name = "Union") =>
    readDiscriminator("3.1.1", schemas, name).discriminator?.mapping;

  test("a value is mapped to a component by its name or by a reference", () => {
    expect(mappingOf({ ...pets, Union: union({ c: "Cat", d: dog }) })).toEqual({ c: cat, d: dog });
  });

  test("several values may be mapped to one", () => {
    const schemas = { ...pets, Union: union({ a: "Cat", b: "Cat" }) };
    expect(mappingOf(schemas)).toEqual({ a: cat, b: cat, Dog: dog });
    const verdict = verdictOf(read("3.1.1", { components: { schemas } }));
    for (const [petType, isValid] of [
      ["a", true],
      ["b", true],
      ["Dog", true],
      ["c", false],
    ] as const) {
      expect(verdict("Union", { petType })).toBe(isValid);
    }
  });

  test("what is a name and a reference too is a name", () => {
    const schemas = {
      ...pets,
      "Cat.json": { type: "object" },
      Union: union({ c: "Cat.json", d: "./Cat.json" }),
    };
    const { discriminator, notices } = readDiscriminator("3.1.1", schemas, "Union");
    expect(discriminator?.mapping["c"]).toBe("#/components/schemas/Cat.json");
    expect(notices.map(({ pointer }) => pointer)).toEqual([
      "#/components/schemas/Union/discriminator/mapping/d",
    ]);
  });

  test("a name that is no component, and one that every object has, is told of", () => {
    const { discriminator, notices } = readDiscriminator(
      "3.1.1",
      { ...pets, Union: union({ a: "Fish", b: "constructor", "c/d": 1 }) },
      "Union",
    );
    expect(discriminator?.mapping).toEqual({ Cat: cat, Dog: dog });
    const pointer = "#/components/schemas/Union/discriminator/mapping";
    expect(notices).toEqual<Notice[]>(
      [
        ["Fish", "a"],
        ["constructor", "b"],
        ["1", "c~1d"],
      ].map(([target, key]) => ({
        message: `No schema is at or named \`${target}\`; the value is read as one of no alternative.`,
        pointer: `${pointer}/${key}`,
      })),
    );
  });

  test("values may be named like anything", () => {
    const schemas = { ...pets, Union: union({ ["__proto__"]: "Cat", constructor: "Dog" }) };
    expect(Object.entries(mappingOf(schemas) ?? {})).toEqual([
      ["__proto__", cat],
      ["constructor", dog],
    ]);
    const verdict = verdictOf(read("3.1.1", { components: { schemas } }));
    expect(verdict("Union", { petType: "__proto__" })).toBe(true);
    expect(verdict("Union", { petType: "toString" })).toBe(false);
  });

  test("inline alternatives have no name", () => {
    const oneOf = [{ $ref: cat }, { type: "object", required: ["other"] }];
    const schemas = { ...pets, Union: union({}, oneOf) };
    expect(mappingOf(schemas)).toEqual({ Cat: cat });
    const verdict = verdictOf(read("3.1.1", { components: { schemas } }));
    expect(verdict("Union", { petType: "Cat" })).toBe(true);
    expect(verdict("Union", { petType: "Dog", other: 1 })).toBe(true);
  });

  test("one without a property's name is none", () => {
    const Union = { oneOf: [{ $ref: cat }, { $ref: dog }], discriminator: { mapping: { c: cat } } };
    expect(readDiscriminator("3.1.1", { ...pets, Union }, "Union").discriminator).toBeUndefined();
  });
});

describe("the constraint that a discriminator puts on an alternative", () => {
  const tags = (property: object, mapping: object, version: "3.0.4" | "3.1.1" = "3.1.1") => {
    const A = { type: "object", required: ["kind"], properties: { kind: property } };
    const Union = {
      oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
      discriminator: { propertyName: "kind", mapping },
    };
    const schemas = { A, B: { type: "object" }, Kind: { type: "integer" }, Union };
    const description = read(version, { components: { schemas } });
    const union = description.schemas["Union"];
    const discriminator = typeof union === "object" ? union.discriminator : undefined;
    return tagsOf(discriminator, { $ref: "#/components/schemas/A" }, description.schemas)?.values;
  };

  test.each<[string, object, object, unknown]>([
    ["strings", { type: "string" }, { a: "A", b: "A" }, ["a", "b"]],
    ["what no type is given for", {}, { 1: "A" }, ["1"]],
    ["integers", { type: "integer" }, { 1: "A", 2: "B" }, [1]],
    ["numbers", { type: "number" }, { 1.5: "A" }, [1.5]],
    ["integers of a component", { $ref: "#/components/schemas/Kind" }, { 7: "A" }, [7]],
    ["booleans", { type: "boolean" }, { true: "A", false: "B" }, [true]],
    ["strings and integers", { type: ["string", "integer"] }, { 1: "A" }, ["1"]],
    ["some of an enum", { enum: ["a", "b", "c"] }, { a: "A", c: "A" }, ["a", "c"]],
    ["nothing that the component says itself", { const: "a" }, { a: "A" }, undefined],
    [
      "nothing that the component says itself in an enum",
      { enum: ["a", "b"] },
      { a: "A", b: "A" },
      undefined,
    ],
    ["nothing that contradicts it", { enum: ["x"] }, { a: "A" }, undefined],
  ])("%s", (_, property, mapping, values) => {
    expect(tags(property, mapping)).toEqual(values);
  });

  test("a member of two unions has another value in each", () => {
    const member = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
    const other = { type: "object", required: ["kind"], properties: { kind: { const: "other" } } };
    const union = (value: string) => ({
      oneOf: [{ $ref: "#/components/schemas/Member" }, { $ref: "#/components/schemas/Other" }],
      discriminator: { propertyName: "kind", mapping: { [value]: "Member", other: "Other" } },
    });
    const schemas = { Member: member, Other: other, One: union("one"), Two: union("two") };
    const verdict = verdictOf(read("3.1.1", { components: { schemas } }));
    const of = (name: string) => ["one", "two", "other"].map((kind) => verdict(name, { kind }));
    expect(of("One")).toEqual([true, false, true]);
    expect(of("Two")).toEqual([false, true, true]);
    expect(of("Member")).toEqual([true, true, true]);
  });
});
