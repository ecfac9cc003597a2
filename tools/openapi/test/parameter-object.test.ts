import { describe, expect, test } from "vitest";
import type { Parameter } from "../src/index.ts";
import { only, read, readOperation, type Version, versions, yaml } from "./support/read.ts";

/** What is read where a field is left out. */
const usual: Omit<Parameter, "name" | "in"> = {
  description: "",
  required: false,
  deprecated: false,
  allowEmptyValue: false,
  style: "simple",
  explode: false,
  allowReserved: false,
  mediaType: undefined,
  schema: undefined,
  examples: [],
};

function readParameter(version: Version, parameter: object, fields: object = {}): Parameter {
  return only(readOperation(version, { parameters: [parameter] }, fields).parameters);
}

describe.each(versions)("Parameter Object Examples (OpenAPI %s § %s.12.5)", (version) => {
  test("a header parameter with an array of 64-bit integer numbers", () => {
    const parameter = yaml(`
      name: token
      in: header
      description: token to be passed as a header
      required: true
      schema:
        type: array
        items:
          type: integer
          format: int64
      style: simple
    `);
    expect(readParameter(version, parameter)).toEqual({
      ...usual,
      name: "token",
      in: "header",
      description: "token to be passed as a header",
      required: true,
      schema: { type: "array", items: { type: "integer", format: "int64" } },
    });
  });

  test("a path parameter of a string value", () => {
    const parameter = yaml(`
      name: username
      in: path
      description: username to fetch
      required: true
      schema:
        type: string
    `);
    expect(readParameter(version, parameter)).toEqual({
      ...usual,
      name: "username",
      in: "path",
      description: "username to fetch",
      required: true,
      schema: { type: "string" },
    });
  });

  test("an optional query parameter of a string value, allowing multiple values by repeating it", () => {
    const parameter = yaml(`
      name: id
      in: query
      description: ID of the object to fetch
      required: false
      schema:
        type: array
        items:
          type: string
      style: form
      explode: true
    `);
    expect(readParameter(version, parameter)).toEqual({
      ...usual,
      name: "id",
      in: "query",
      description: "ID of the object to fetch",
      style: "form",
      explode: true,
      schema: { type: "array", items: { type: "string" } },
    });
  });

  test("a free-form query parameter, allowing undefined parameters of a specific type", () => {
    const parameter = yaml(`
      in: query
      name: freeForm
      schema:
        type: object
        additionalProperties:
          type: integer
      style: form
    `);
    expect(readParameter(version, parameter)).toEqual({
      ...usual,
      name: "freeForm",
      in: "query",
      style: "form",
      explode: true,
      schema: { type: "object", additionalProperties: { type: "integer" } },
    });
  });

  test("a complex parameter using content to define serialization", () => {
    const parameter = yaml(`
      in: query
      name: coordinates
      content:
        application/json:
          schema:
            type: object
            required:
              - lat
              - long
            properties:
              lat:
                type: number
              long:
                type: number
    `);
    expect(readParameter(version, parameter)).toEqual({
      ...usual,
      name: "coordinates",
      in: "query",
      style: "form",
      explode: true,
      mediaType: "application/json",
      schema: {
        type: "object",
        required: ["lat", "long"],
        properties: { lat: { type: "number" }, long: { type: "number" } },
      },
    });
  });
});

describe.each(versions)("Fixed Fields of parameters (OpenAPI %s § %s.12.2)", (version) => {
  test.each([
    ["path", "simple", false],
    ["query", "form", true],
    ["header", "simple", false],
    ["cookie", "form", true],
  ])("in %s the style is %s unless another is given, and explode %s", (place, style, explode) => {
    expect(readParameter(version, { name: "a", in: place, schema: {} })).toMatchObject({ style, explode });
  });

  test.each([
    ["path", ["simple", "label", "matrix"]],
    ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
    ["header", ["simple"]],
    ["cookie", ["form"]],
  ])("of all styles but form, explode is false unless it is given: %s", (place, styles) => {
    for (const style of styles) {
      const parameter = { name: "a", in: place, schema: {}, style };
      expect(readParameter(version, parameter)).toMatchObject({ style, explode: style === "form" });
      for (const explode of [true, false]) {
        expect(readParameter(version, { ...parameter, explode })).toMatchObject({ style, explode });
      }
    }
  });

  test("a style that the place does not have is read as its usual one, and a notice says so", () => {
    const parameters = [
      { name: "a", in: "query", style: "simple", schema: {} },
      { name: "b", in: "path", style: "form", schema: {} },
      { name: "c", in: "header", style: "multi", schema: {} },
    ];
    const { operations, notices } = read(version, { paths: { "/{b}": { get: { parameters } } } });
    expect(only(operations).parameters.map(({ style, explode }) => [style, explode])).toEqual([
      ["form", false],
      ["simple", true],
      ["simple", false],
    ]);
    expect(notices).toEqual([
      {
        message: "`simple` is no style of a query parameter; it is read as `form`.",
        pointer: "#/paths/~1{b}/get/parameters/0/style",
      },
      {
        message: "`form` is no style of a path parameter; it is read as `simple`.",
        pointer: "#/paths/~1{b}/get/parameters/1/style",
      },
      {
        message: "`multi` is no style of a header parameter; it is read as `simple`.",
        pointer: "#/paths/~1{b}/get/parameters/2/style",
      },
    ]);
  });

  test("a parameter in no place that there is is left out, and a notice says so", () => {
    const parameters = [{ name: "a", in: "body", schema: {} }];
    const { operations, notices } = read(version, { paths: { "/": { get: { parameters } } } });
    expect(only(operations).parameters).toEqual([]);
    expect(notices).toEqual([
      {
        message: "`in` is none of path, query, header and cookie; the parameter is left out.",
        pointer: "#/paths/~1/get/parameters/0/in",
      },
    ]);
  });

  test("a path parameter is required, whatever is said of it", () => {
    expect(readParameter(version, { name: "a", in: "path", required: false }).required).toBe(true);
    expect(readParameter(version, { name: "a", in: "path" }).required).toBe(true);
  });

  test("allowReserved and allowEmptyValue are for queries only", () => {
    for (const place of ["path", "query", "header", "cookie"]) {
      const parameter = { name: "a", in: place, schema: {}, allowReserved: true, allowEmptyValue: true };
      const isQuery = place === "query";
      expect(readParameter(version, parameter)).toMatchObject({
        allowReserved: isQuery,
        allowEmptyValue: isQuery,
      });
    }
  });

  test("header parameters named Accept, Content-Type or Authorization are ignored", () => {
    const parameters = ["Accept", "content-type", "AUTHORIZATION", "Accept-Language"].map((name) => ({
      name,
      in: "header",
      schema: {},
    }));
    expect(readOperation(version, { parameters }).parameters.map(({ name }) => name)).toEqual([
      "Accept-Language",
    ]);
  });

  test("the names of parameters other than headers are case-sensitive", () => {
    const parameters = ["page", "Page"].map((name) => ({ name, in: "query", schema: {} }));
    expect(readOperation(version, { parameters }).parameters).toHaveLength(2);
  });

  test("examples of the parameter override those of its content", () => {
    const content = { "application/json": { schema: {}, example: [1] } };
    expect(readParameter(version, { name: "a", in: "query", content }).examples).toEqual([
      { name: "", summary: "", description: "", value: [1] },
    ]);
    expect(readParameter(version, { name: "a", in: "query", content, example: [2] }).examples).toEqual([
      { name: "", summary: "", description: "", value: [2] },
    ]);
  });

  test("a parameter that is referred to, or that refers on, is read where it is", () => {
    const components = {
      parameters: {
        Page: { name: "page", in: "query", schema: { type: "integer" } },
        Alias: { $ref: "#/components/parameters/Page" },
      },
    };
    for (const $ref of ["#/components/parameters/Page", "#/components/parameters/Alias"]) {
      expect(readParameter(version, { $ref }, { components })).toMatchObject({
        name: "page",
        schema: { type: "integer" },
      });
    }
  });
});
