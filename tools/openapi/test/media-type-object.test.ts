import { describe, expect, test } from "vitest";
import type { MediaType } from "../src/index.ts";
import { only, readOperation, type Version, versions, yaml } from "./support/read.ts";

function readContent(version: Version, content: object, fields: object = {}): readonly MediaType[] {
  return readOperation(version, { requestBody: { content } }, fields).requestBody?.content ?? [];
}

describe.each(versions)("Media Type Examples (OpenAPI %s § %s.14.2)", (version) => {
  test("examples, of which one is referred to", () => {
    const content = yaml(`
      application/json:
        schema:
          $ref: '#/components/schemas/Pet'
        examples:
          cat:
            summary: An example of a cat
            value:
              name: Fluffy
              petType: Cat
              color: White
              gender: male
              breed: Persian
          dog:
            summary: An example of a dog with a cat's name
            value:
              name: Puma
              petType: Dog
              color: Black
              gender: Female
              breed: Mixed
          frog:
            $ref: '#/components/examples/frog-example'
    `);
    const components = {
      schemas: { Pet: { type: "object" } },
      examples: { "frog-example": { summary: "A frog", value: { name: "Kermit", petType: "Frog" } } },
    };
    expect(readContent(version, content, { components })).toEqual([
      {
        name: "application/json",
        kind: "json",
        schema: { $ref: "#/components/schemas/Pet" },
        encoding: {},
        examples: [
          {
            name: "cat",
            summary: "An example of a cat",
            description: "",
            value: { name: "Fluffy", petType: "Cat", color: "White", gender: "male", breed: "Persian" },
          },
          {
            name: "dog",
            summary: "An example of a dog with a cat's name",
            description: "",
            value: { name: "Puma", petType: "Dog", color: "Black", gender: "Female", breed: "Mixed" },
          },
          { name: "frog", summary: "A frog", description: "", value: { name: "Kermit", petType: "Frog" } },
        ],
      },
    ]);
  });
});

describe("Considerations for File Uploads (OpenAPI 3.1.1 § 4.8.14.3)", () => {
  test.each([
    ["a PNG image as a binary file", "image/png", "bytes"],
    ["an arbitrary binary file", "application/octet-stream", "bytes"],
    ["arbitrary JSON", "application/json", "json"],
  ])("%s needs no schema", (_, mediaType, kind) => {
    expect(readContent("3.1.1", yaml(`${mediaType}: {}`))).toEqual([
      { name: mediaType, kind, schema: undefined, encoding: {}, examples: [] },
    ]);
  });

  test("a binary file of type png or jpeg", () => {
    const content = yaml(`
      image/jpeg: {}
      image/png: {}
    `);
    expect(readContent("3.1.1", content).map(({ name, kind }) => [name, kind])).toEqual([
      ["image/jpeg", "bytes"],
      ["image/png", "bytes"],
    ]);
  });
});

describe("Considerations for File Uploads (OpenAPI 3.0.4 § 4.7.14.3)", () => {
  test.each(["application/octet-stream", "image/jpeg", "image/png"])("%s is a file", (mediaType) => {
    const content = yaml(`
      ${mediaType}:
        schema:
          type: string
          format: binary
    `);
    expect(readContent("3.0.4", content)).toEqual([
      {
        name: mediaType,
        kind: "bytes",
        schema: { type: "string", format: "binary" },
        encoding: {},
        examples: [],
      },
    ]);
  });
});

describe("Working with Binary Data (OpenAPI 3.1.1 § 4.4.2)", () => {
  const file = { type: "string", format: "binary" };
  const schemaOf = (mediaType: string, schema: object, version: Version = "3.1.1") =>
    only(readContent(version, { [mediaType]: { schema } })).schema;

  test("raw binary has no type, or that of a string", () => {
    expect(schemaOf("image/png", { contentMediaType: "image/png" })).toEqual({
      contentMediaType: "image/png",
      ...file,
    });
    expect(schemaOf("image/png", { type: "string", contentMediaType: "image/png" })).toEqual({
      contentMediaType: "image/png",
      ...file,
    });
  });

  test("encoded binary is a string, whatever it is a body of", () => {
    const encoded = { type: "string", contentMediaType: "image/png", contentEncoding: "base64" };
    for (const mediaType of ["image/png", "application/json", "multipart/form-data"]) {
      expect(schemaOf(mediaType, encoded)).toEqual(encoded);
    }
    expect(schemaOf("image/png", { type: "string", format: "byte" }, "3.0.4")).toEqual({
      type: "string",
      format: "byte",
    });
  });

  test("JSON cannot hold raw binary: there it is a string", () => {
    for (const version of ["3.0.4", "3.1.1"] as const) {
      expect(schemaOf("application/json", { type: "object", properties: { a: file } }, version)).toEqual({
        type: "object",
        properties: { a: { type: "string" } },
      });
    }
  });

  test("a file that may be null is a file or null", () => {
    expect(schemaOf("image/png", { ...file, nullable: true }, "3.0.4")).toEqual({
      anyOf: [file, { type: "null" }],
    });
    expect(schemaOf("image/png", { ...file, type: ["string", "null"] })).toEqual({
      anyOf: [file, { type: "null" }],
    });
  });

  test("a component that contains itself is read so once", () => {
    const list = { anyOf: [file, { type: "array", items: { $ref: "#/components/schemas/Data" } }] };
    const fields = { components: { schemas: { Data: list } } };
    const schema = { type: "object", properties: { data: { $ref: "#/components/schemas/Data" } } };
    const content = { "multipart/form-data": { schema }, "application/json": { schema } };
    const [form] = readContent("3.0.4", content, fields);
    expect(form?.schema).toEqual({
      type: "object",
      properties: {
        data: { anyOf: [file, { type: "array", items: { $ref: "#/components/schemas/Data" } }] },
      },
    });
  });

  test("a component that only refers to a file is one", () => {
    const fields = { components: { schemas: { Data: { $ref: "#/components/schemas/File" }, File: file } } };
    const schema = { $ref: "#/components/schemas/Data" };
    const content = { "image/png": { schema }, "application/json": { schema } };
    expect(readContent("3.0.4", content, fields).map((one) => one.schema)).toEqual([file, schema]);
  });

  test("circles of references are refused before files are looked for", () => {
    const fields = { "x-a": { $ref: "#/x-b" }, "x-b": { $ref: "#/x-a" }, "x-c": file };
    expect(() => schemaOf("image/png", { $ref: "#/x-a" })).toThrow(/which it does not have/);
    expect(() => readContent("3.0.4", { "image/png": { schema: { $ref: "#/x-a" } } }, fields)).toThrow(
      /leads back to itself/,
    );
  });

  test("one component is a file where bytes travel, and a string in JSON", () => {
    const fields = { components: { schemas: { Data: file } } };
    const schema = { $ref: "#/components/schemas/Data" };
    const content = { "image/png": { schema }, "application/json": { schema } };
    expect(readContent("3.0.4", content, fields).map((one) => one.schema)).toEqual([file, schema]);
  });
});
