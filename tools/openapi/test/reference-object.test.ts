import { describe, expect, test } from "vitest";
import {
  pointed,
  pointerKey,
  pointerKeys,
  ReferenceObjectError,
  readDescription,
  resolve,
  schemaName,
  schemaReference,
} from "../src/index.ts";
import { documentOf, only, read, readOperation, type Version, versions } from "./support/read.ts";

describe("pointers (RFC 6901 § 5 and § 6)", () => {
  // The document of RFC 6901 § 5, and the URI fragments of § 6.
  const document = {
    foo: ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
  };

  test.each([
    ["#", document],
    ["#/foo", ["bar", "baz"]],
    ["#/foo/0", "bar"],
    ["#/", 0],
    ["#/a~1b", 1],
    ["#/c%25d", 2],
    ["#/e%5Ef", 3],
    ["#/g%7Ch", 4],
    ["#/i%5Cj", 5],
    ["#/k%22l", 6],
    ["#/%20", 7],
    ["#/m~0n", 8],
  ])("%s leads where the RFC says", (pointer, value) => {
    expect(pointed(document, pointer)).toEqual(value);
  });

  test.each([
    // Descriptions have these as they come: what is no escape is itself.
    ["#/c%d", ["c%d"]],
    ["#/100%", ["100%"]],
    ["#/%zz%20", ["%zz "]],
    ["#/%C3", ["%C3"]],
    // A percent sign is decoded first, and once.
    ["#/%7E1", ["/"]],
    ["#/%7e0", ["~"]],
    ["#/%2525", ["%25"]],
    ["#/~01", ["~1"]],
    ["#/~2", ["~2"]],
    ["#/a b/ü/%C3%BC/😀", ["a b", "ü", "ü", "😀"]],
    ["#/a%2Fb", ["a/b"]],
    ["#//", ["", ""]],
  ])("%s goes through %j", (pointer, keys) => {
    expect(pointerKeys(pointer)).toEqual(keys);
  });

  test.each(["", "/", "~", "~1", "%", "%25", "100%", "a b", "ü", "__proto__", "#", "?", "{id}"])(
    "a key %j comes back from its pointer",
    (key) => {
      expect(pointerKeys(`#/${pointerKey(key)}`)).toEqual([key]);
      expect(schemaName(schemaReference(key))).toBe(key);
    },
  );

  test("only a reference to a component schema itself has the name of one", () => {
    expect(schemaName("#/components/schemas/A~1B%20C")).toBe("A/B C");
    expect(schemaName("#/components/schemas/A/properties/b")).toBeUndefined();
    expect(schemaName("#/components/parameters/A")).toBeUndefined();
    expect(schemaName("#/definitions/A")).toBeUndefined();
  });
});

describe("references (OpenAPI 3.1 § 4.8.23)", () => {
  const document = {
    a: { b: { name: "b" } },
    toB: { $ref: "#/a/b" },
    toToB: { $ref: "#/toB" },
    toA: { $ref: "#/a" },
    self: { $ref: "#/self" },
    left: { $ref: "#/right" },
    right: { $ref: "#/left" },
    within: { $ref: "#/within/b" },
    text: "text",
    list: [{ name: "first" }],
  };

  test.each(["#/a/b", "#/toB", "#/toToB", "#/toA/b"])(
    "%s leads through what it passes on the way",
    ($ref) => {
      expect(resolve(document, { $ref })).toBe(document.a.b);
    },
  );

  test("an item of a list can be referred to", () => {
    expect(resolve(document, { $ref: "#/list/0" })).toBe(document.list[0]);
  });

  test("what is no reference is itself", () => {
    expect(resolve(document, document.a)).toBe(document.a);
  });

  test.each([
    ["#/self", "The reference #/self leads back to itself"],
    ["#/left", "The reference #/left leads back to itself"],
    ["#/within", "The description refers to #/within/b, which it does not have"],
    ["#/nothing", "The description refers to #/nothing, which it does not have"],
    ["#/a/b/name/length", "The description refers to #/a/b/name/length, which it does not have"],
    ["#/toString", "The description refers to #/toString, which it does not have"],
    ["#/__proto__", "The description refers to #/__proto__, which it does not have"],
    ["#/text", "The reference #/text leads to what is no object"],
    ["#/list", "The reference #/list leads to what is no object"],
    ["#/list/length", "The reference #/list/length leads to what is no object"],
    // Relative Schema Document Example, and Relative Documents with Embedded Schema Example.
    ["Pet.yaml", "The description refers to Pet.yaml, outside of itself: bundle it into one document first"],
    [
      "definitions.yaml#/Pet",
      "The description refers to definitions.yaml#/Pet, outside of itself: bundle it into one document first",
    ],
    [
      "https://example.com/a.json",
      "The description refers to https://example.com/a.json, outside of itself: bundle it into one document first",
    ],
    ["", "The description has a $ref that is empty: write where it leads"],
    [
      "#anchor",
      'The description refers to #anchor, which is an anchor: write where that is, as in "#/components/schemas/Name"',
    ],
  ])("%s is refused", ($ref, message) => {
    expect(() => resolve(document, { $ref })).toThrow(new ReferenceObjectError(message));
  });

  test("a property may be named $ref", () => {
    const schema = { type: "object", properties: { $ref: { type: "string" } }, required: ["$ref"] };
    expect(read("3.1.1", { components: { schemas: { A: schema } } }).schemas["A"]).toEqual(schema);
  });
});

describe.each(versions)("what stands beside a reference (OpenAPI %s § %s.23.1)", (version) => {
  const counts = version === "3.1.1";
  const components = {
    parameters: { Page: { name: "page", in: "query", description: "Of the component" } },
    responses: { OK: { description: "Of the component" } },
    examples: { One: { summary: "Of the component", description: "Of the component", value: 1 } },
    securitySchemes: { Key: { type: "http", scheme: "basic", description: "Of the component" } },
  };
  const own = { summary: "Its own", description: "Its own" };
  const expected = counts ? "Its own" : "Of the component";

  test(`its summary and description ${counts ? "override those of what it leads to" : "are ignored"}`, () => {
    const operation = readOperation(
      version,
      {
        parameters: [{ $ref: "#/components/parameters/Page", ...own }],
        responses: {
          200: { $ref: "#/components/responses/OK", ...own },
          400: { $ref: "#/x-responses/Bad", ...own },
        },
        requestBody: {
          content: {
            "application/json": { examples: { one: { $ref: "#/components/examples/One", ...own } } },
          },
        },
      },
      { components, "x-responses": { Bad: { description: "Of the component" } } },
    );
    expect(only(operation.parameters).description).toBe(expected);
    expect(operation.responses.map(({ description }) => description)).toEqual([expected, expected]);
    expect(only(only(operation.requestBody?.content).examples)).toEqual({
      name: "one",
      summary: expected,
      description: expected,
      value: 1,
    });
  });

  test("of a security scheme and of a component that refers to another, too", () => {
    const { securitySchemes } = read(version, {
      components: {
        securitySchemes: {
          ...components.securitySchemes,
          Alias: { $ref: "#/components/securitySchemes/Key", ...own },
        },
      },
    });
    expect(securitySchemes["Alias"]?.description).toBe(expected);
  });

  test("nothing else does: other fields are ignored in every version", () => {
    const $ref = "#/components/parameters/Page";
    const parameter = only(
      readOperation(version, { parameters: [{ $ref, name: "other", required: true }] }, { components })
        .parameters,
    );
    expect(parameter).toMatchObject({ name: "page", required: false });
  });
});

describe("references of the parts of a document", () => {
  const answer = { description: "OK" };

  test.each<[string, object]>([
    ["a parameter", { parameters: [{ $ref: "#/x-a" }] }],
    ["a request body", { requestBody: { $ref: "#/x-a" } }],
    ["a response", { responses: { 200: { $ref: "#/x-a" } } }],
    ["a header", { responses: { 200: { headers: { A: { $ref: "#/x-a" } } } } }],
    ["an example", { parameters: [{ name: "a", in: "query", examples: { a: { $ref: "#/x-a" } } }] }],
    ["a callback", { callbacks: { a: { $ref: "#/x-a" } } }],
    ["a path item of a callback", { callbacks: { a: { "{$url}": { $ref: "#/x-a" } } } }],
  ])("%s: circles and what is not there are refused", (_, operation) => {
    const circle = { "x-a": { $ref: "#/x-b" }, "x-b": { $ref: "#/x-a" } };
    expect(() => readOperation("3.1.1", operation, circle)).toThrow(
      new ReferenceObjectError("The reference #/x-a leads back to itself"),
    );
    expect(() => readOperation("3.1.1", operation)).toThrow(
      new ReferenceObjectError("The description refers to #/x-a, which it does not have"),
    );
    expect(() => readOperation("3.1.1", operation, { "x-a": "text" })).toThrow(
      new ReferenceObjectError("The reference #/x-a leads to what is no object"),
    );
  });

  test("a path item: circles and what is not there are refused", () => {
    const paths = { "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a" } };
    expect(() => read("3.1.1", { paths })).toThrow(
      new ReferenceObjectError("The reference #/paths/~1b leads back to itself"),
    );
    expect(() => read("3.1.1", { paths: { "/a": { $ref: "#/x-a" } } })).toThrow(
      new ReferenceObjectError("The description refers to #/x-a, which it does not have"),
    );
  });

  test("a part may refer into another operation, or to what is no component", () => {
    const parameter = { name: "a", in: "query", schema: { type: "string", nullable: true } };
    const { operations } = read("3.0.4", {
      paths: {
        "/a": { get: { parameters: [parameter], responses: { 200: answer } } },
        "/b": {
          get: {
            parameters: [{ $ref: "#/paths/~1a/get/parameters/0" }],
            responses: { 200: { $ref: "#/paths/~1a/get/responses/200" } },
          },
        },
        "/c": { get: { parameters: [{ $ref: "#/components/x-parameters/A" }] } },
      },
      components: { "x-parameters": { A: parameter } },
    });
    const schema = { type: ["string", "null"] };
    expect(operations.map(({ parameters }) => only(parameters).schema)).toEqual([schema, schema, schema]);
    expect(only(operations[1]?.responses).description).toBe("OK");
  });
});

describe("references of schemas", () => {
  const schemasOf = (schemas: object, version: Version = "3.1.1", fields: object = {}) =>
    read(version, { components: { schemas }, ...fields }).schemas;

  test.each(["A B", "100%", "a/b", "a~b", "ü", "😀", "constructor", "a.b-c_d", "%41"])(
    "a component named %j is found however its reference is written",
    (name) => {
      const escaped = name.replaceAll("~", "~0").replaceAll("/", "~1");
      const encoded = `#/components/schemas/${encodeURIComponent(escaped)}`;
      const schemas = schemasOf({ [name]: { type: "string" }, Other: { $ref: encoded } });
      expect(schemas["Other"]).toEqual({ $ref: schemaReference(name) });
      expect(schemaName(schemaReference(name))).toBe(name);
    },
  );

  test("a schema that stands elsewhere becomes a component, which whatever refers to it shares", () => {
    const tag = { type: "object", properties: { parent: { $ref: "#/components/schemas/Pet/$defs/Tag" } } };
    const $ref = "#/components/schemas/Pet/$defs/Tag";
    const schemas = schemasOf({
      Pet: { type: "object", $defs: { Tag: tag }, properties: { tag: { $ref }, tags: { items: { $ref } } } },
    });
    const moved = { $ref: "#/components/schemas/Pet_Tag" };
    expect(schemas).toEqual({
      Pet: { type: "object", properties: { tag: moved, tags: { items: moved } } },
      Pet_Tag: { type: "object", properties: { parent: moved } },
    });
  });

  test("it has a name that no component has", () => {
    const schemas = schemasOf({
      Pet: { $defs: { Tag: { type: "string" }, "Tag ": { type: "integer" } } },
      Pet_Tag: { type: "null" },
      Uses: {
        anyOf: [
          { $ref: "#/components/schemas/Pet/$defs/Tag" },
          { $ref: "#/components/schemas/Pet/$defs/Tag%20" },
        ],
      },
    });
    expect(schemas["Uses"]).toEqual({
      anyOf: [{ $ref: "#/components/schemas/Pet_Tag2" }, { $ref: "#/components/schemas/Pet_Tag3" }],
    });
    expect(schemas).toMatchObject({
      Pet_Tag: { type: "null" },
      Pet_Tag2: { type: "string" },
      Pet_Tag3: { type: "integer" },
    });
  });

  test("it may stand in a path, through other references", () => {
    const $ref = "#/paths/~1pets~1%7Bid%7D/get/responses/200/content/application~1json/schema";
    const schema = { type: "array", items: { type: "string" } };
    const { schemas } = read("3.1.1", {
      paths: {
        "/pets/{id}": { get: { responses: { 200: { $ref: "#/components/responses/Pets" } } } },
      },
      components: {
        responses: { Pets: { description: "", content: { "application/json": { schema } } } },
        schemas: { Pets: { $ref }, Item: { $ref: `${$ref}/items` } },
      },
    });
    const [pets, item] = [schemas["Pets"], schemas["Item"]] as [{ $ref: string }, { $ref: string }];
    expect(schemas[schemaName(pets.$ref) ?? ""]).toEqual(schema);
    expect(schemas[schemaName(item.$ref) ?? ""]).toEqual({ type: "string" });
  });

  test("a reference to a reference elsewhere leads to its component", () => {
    const schemas = schemasOf({
      A: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
      B: { type: "string" },
      C: { $ref: "#/components/schemas/A/properties/b" },
    });
    expect(schemas["C"]).toEqual({ $ref: "#/components/schemas/B" });
    expect(Object.keys(schemas)).toEqual(["A", "B", "C"]);
  });

  test("what such a reference has beside it in 3.1 is not lost", () => {
    const written = {
      A: { type: "object", properties: { b: { $ref: "#/components/schemas/B", minLength: 3 } } },
      B: { type: "string" },
      C: { $ref: "#/components/schemas/A/properties/b" },
    };
    expect(schemasOf(written)).toMatchObject({
      C: { $ref: "#/components/schemas/A_b" },
      A_b: { minLength: 3, allOf: [{ $ref: "#/components/schemas/B" }] },
    });
    expect(schemasOf(written, "3.0.4")["C"]).toEqual({ $ref: "#/components/schemas/B" });
  });

  test.each<[string, object]>([
    ["of one", { A: { $ref: "#/components/schemas/A" } }],
    ["of two", { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } }],
    [
      "that are described",
      {
        A: { $ref: "#/components/schemas/B", description: "A" },
        B: { $ref: "#/components/schemas/A", minLength: 1 },
      },
    ],
  ])("circles of nothing but references are refused: %s", (_, schemas) => {
    expect(() => schemasOf(schemas)).toThrow(ReferenceObjectError);
    expect(() => schemasOf(schemas)).toThrow(
      /^The reference #\/components\/schemas\/[AB] leads back to itself$/,
    );
  });

  test("a schema that contains itself is no circle", () => {
    const written = {
      Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } },
    };
    expect(schemasOf(written)).toEqual(written);
  });

  test("what is not there, or not in the document, is refused", () => {
    const refer = ($ref: string) => () => schemasOf({ A: { items: { $ref } } });
    expect(refer("#/components/schemas/B")).toThrow(
      new ReferenceObjectError("The description refers to #/components/schemas/B, which it does not have"),
    );
    expect(refer("Pet.yaml")).toThrow(/outside of itself: bundle it/);
    expect(refer("#Pet")).toThrow(/which is an anchor/);
  });

  test("the whole document is nothing that a schema can be", () => {
    const document = documentOf("3.1.1", { components: { schemas: { A: { $ref: "#" } } } });
    expect(() => readDescription(document)).not.toThrow();
  });
});
