import { describe, expect, test } from "vitest";
import { isDocument, ReferenceObjectError, readDescription } from "../src/index.ts";
import { documentOf, only, read, versions, yaml } from "./support/read.ts";

describe.each(versions)("OpenAPI Object (OpenAPI %s § %s.1)", (version) => {
  test("title, version, description and links (Info Object Example, § 4.8.2.2)", () => {
    const info = yaml(`
      title: Example Pet Store App
      summary: A pet store manager.
      description: This is an example server for a pet store.
      termsOfService: https://example.com/terms/
      contact:
        name: API Support
        url: https://www.example.com/support
        email: support@example.com
      license:
        name: Apache 2.0
        url: https://www.apache.org/licenses/LICENSE-2.0.html
      version: 1.0.1
    `);
    const externalDocs = { url: "https://example.com" };
    expect(read(version, { info, externalDocs })).toMatchObject({
      title: "Example Pet Store App",
      version: "1.0.1",
      summary: "A pet store manager.",
      description: "This is an example server for a pet store.",
      externalDocs: { url: "https://example.com", description: "" },
    });
  });

  test("a version that YAML takes for a number is the text of it", () => {
    expect(read(version, { info: yaml("{ title: A, version: 1.5 }") }).version).toBe("1.5");
  });

  test("a tag (Tag Object Example, § 4.8.22.2)", () => {
    const tag = yaml(`
      name: pet
      description: Pets operations
    `);
    const [first, second] = read(version, {
      tags: [tag, { name: "dog", externalDocs: { url: "https://dogs.example" }, "x-order": 2 }],
    }).tags;
    expect(first).toEqual({
      name: "pet",
      description: "Pets operations",
      externalDocs: undefined,
      extensions: {},
    });
    expect(second).toEqual({
      name: "dog",
      description: "",
      externalDocs: { url: "https://dogs.example", description: "" },
      extensions: { "x-order": 2 },
    });
  });

  test("what is left out is empty, paths too", () => {
    expect(readDescription({ openapi: version })).toEqual({
      title: "",
      version: "",
      summary: "",
      description: "",
      externalDocs: undefined,
      tags: [],
      servers: [],
      security: [[]],
      securitySchemes: {},
      operations: [],
      webhooks: [],
      schemas: {},
      tracksEvaluated: false,
      extensions: {},
      notices: [],
    });
  });

  test("the document stays as it was", () => {
    const document = documentOf(version, {
      paths: { "/": { $ref: "#/x-item" } },
      "x-item": { get: { parameters: [], responses: {} } },
      components: { schemas: { A: { type: "string", nullable: true }, B: { $ref: "#/x-schema" } } },
      "x-schema": { type: "integer" },
    });
    const before = structuredClone(document);
    readDescription(document);
    expect(document).toEqual(before);
  });
});

describe("what is no document that can be read", () => {
  test.each([
    ["Swagger 2.0", { swagger: "2.0" }],
    ["OpenAPI 3.2", { openapi: "3.2.0" }],
    ["OpenAPI 4", { openapi: "4.0.0" }],
    ["a version that is a number", { openapi: 3.1 }],
    ["no version", {}],
    ["a list", []],
  ])("%s is refused", (_, document) => {
    expect(isDocument(document)).toBe(false);
    expect(() => readDescription(document)).toThrow(
      new TypeError(
        "The description is not an OpenAPI 3.0 or 3.1 document: its `openapi` is not 3.0.x or 3.1.x",
      ),
    );
  });

  test.each(["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.1.0-rc0"])("%s is read", (openapi) => {
    expect(isDocument({ openapi })).toBe(true);
  });
});

describe("webhooks (OpenAPI 3.1.1 § 4.8.1.1)", () => {
  test("are operations under their names, which may begin like extensions", () => {
    const { operations, webhooks } = read("3.1.1", {
      webhooks: {
        newPet: { post: { requestBody: { content: { "application/json": {} } }, responses: {} } },
        "x-hook": { $ref: "#/components/pathItems/Hook" },
      },
      components: { pathItems: { Hook: { put: { responses: {} } } } },
    });
    expect(operations).toEqual([]);
    expect(webhooks.map(({ method, path, pointer }) => [method, path, pointer])).toEqual([
      ["post", "newPet", "#/webhooks/newPet/post"],
      ["put", "x-hook", "#/components/pathItems/Hook/put"],
    ]);
  });
});

describe.each(versions)("Callback Object Examples (OpenAPI %s § %s.18.3)", (version) => {
  const callbacks = yaml(`
    myCallback:
      '{$request.query.queryUrl}':
        post:
          requestBody:
            description: Callback payload
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/SomePayload'
          responses:
            '200':
              description: callback successfully processed
    transactionCallback:
      'http://notificationServer.com?transactionId={$request.body#/id}&email={$request.body#/email}':
        post:
          requestBody:
            description: Callback payload
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/SomePayload'
          responses:
            '200':
              description: callback successfully processed
  `);
  const paths = { "/subscribe": { post: { callbacks, responses: {} } } };

  test("what an API calls is no operation of its own", () => {
    const { operations, notices } = read(version, { paths, components: { schemas: { SomePayload: {} } } });
    expect(only(operations).path).toBe("/subscribe");
    expect(notices).toEqual([]);
  });

  test("a reference in a callback leads somewhere, too", () => {
    expect(() => read(version, { paths })).toThrow(
      new ReferenceObjectError(
        "The description refers to #/components/schemas/SomePayload, which it does not have",
      ),
    );
  });

  test("one that calls the very path it is described under is read", () => {
    const post = {
      responses: {},
      callbacks: { again: { "{$request.body#/url}": { $ref: "#/paths/~1subscribe" } } },
    };
    expect(only(read(version, { paths: { "/subscribe": { post } } }).operations).path).toBe("/subscribe");
  });
});
