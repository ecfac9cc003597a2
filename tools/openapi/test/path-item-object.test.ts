import { describe, expect, test } from "vitest";
import { only, read, readOperation, type Version, versions, yaml } from "./support/read.ts";

const pet = { components: { schemas: { pet: { type: "object" } } } };
const answer = { responses: { "200": { description: "OK" } } };

/** What a document's operations are called by. */
function called(version: Version, paths: object, fields: object = {}) {
  return read(version, { paths, ...fields }).operations.map(({ method, path }) => `${method} ${path}`);
}

describe.each(versions)("Paths Object Example (OpenAPI %s § %s.8.3)", (version) => {
  test("a path and its operation", () => {
    const paths = yaml(`
      /pets:
        get:
          description: Returns all pets from the system that the user has access to
          responses:
            '200':
              description: A list of pets.
              content:
                application/json:
                  schema:
                    type: array
                    items:
                      $ref: '#/components/schemas/pet'
    `);
    const operation = only(read(version, { paths, ...pet }).operations);
    expect(operation).toMatchObject({
      method: "get",
      path: "/pets",
      pointer: "#/paths/~1pets/get",
      description: "Returns all pets from the system that the user has access to",
    });
    expect(only(only(operation.responses).content).schema).toEqual({
      type: "array",
      items: { $ref: "#/components/schemas/pet" },
    });
  });
});

describe.each(versions)("Path Templating Matching (OpenAPI %s § %s.8.2)", (version) => {
  test("paths stay as they are written, in the document's order", () => {
    const paths = {
      "/pets/{petId}": { get: answer },
      "/pets/mine": { get: answer },
      "/{entity}/me": { get: answer },
      "/books/{id}": { get: answer },
    };
    expect(called(version, paths)).toEqual([
      "get /pets/{petId}",
      "get /pets/mine",
      "get /{entity}/me",
      "get /books/{id}",
    ]);
  });
});

describe.each(versions)("Path Item Object Example (OpenAPI %s § %s.9.2)", (version) => {
  const paths = {
    "/pets/{id}": yaml(`
      get:
        description: Returns pets based on ID
        summary: Find pets by ID
        operationId: getPetsById
        responses:
          '200':
            description: pet response
            content:
              '*/*':
                schema:
                  type: array
                  items:
                    $ref: '#/components/schemas/Pet'
          default:
            description: error payload
            content:
              text/html:
                schema:
                  $ref: '#/components/schemas/ErrorModel'
      parameters:
        - name: id
          in: path
          description: ID of pet to use
          required: true
          schema:
            type: array
            items:
              type: string
          style: simple
    `),
  };
  const components = { schemas: { Pet: { type: "object" }, ErrorModel: { type: "string" } } };
  const operation = only(read(version, { paths, components }).operations);

  test("the operation has the parameters of its path item", () => {
    expect(operation).toMatchObject({ id: "getPetsById", summary: "Find pets by ID" });
    expect(operation.parameters).toEqual([
      {
        name: "id",
        in: "path",
        description: "ID of pet to use",
        required: true,
        deprecated: false,
        style: "simple",
        explode: false,
        allowReserved: false,
        allowEmptyValue: false,
        mediaType: undefined,
        schema: { type: "array", items: { type: "string" } },
        examples: [],
      },
    ]);
  });

  test("what `*/*` describes with a schema is JSON, and text/html is text", () => {
    expect(operation.responses.map(({ status, content }) => [status, only(content).kind])).toEqual([
      ["200", "json"],
      ["default", "text"],
    ]);
  });
});

describe.each(versions)("Path Item Object (OpenAPI %s § %s.9.1)", (version) => {
  test("an operation for each of the eight methods, in the specification's order", () => {
    const methods = ["trace", "patch", "head", "options", "delete", "post", "put", "get"];
    const item = Object.fromEntries(methods.map((method) => [method, answer]));
    expect(called(version, { "/": item })).toEqual(methods.reverse().map((method) => `${method} /`));
  });

  test("may be empty", () => {
    expect(called(version, { "/pets": {}, "/dogs": { get: answer } })).toEqual(["get /dogs"]);
  });

  test("a parameter of the operation takes the place of the path item's with its name and location", () => {
    const number = { type: "integer" };
    const text = { type: "string" };
    const { parameters } = only(
      read(version, {
        paths: {
          "/{id}": {
            parameters: [
              { name: "id", in: "path", required: true, schema: text },
              { name: "page", in: "query", schema: text },
              { name: "X-Trace", in: "header", schema: text },
            ],
            get: {
              ...answer,
              parameters: [
                { name: "Page", in: "query", schema: text },
                { name: "id", in: "query", schema: number },
                { name: "x-trace", in: "header", schema: number },
                { name: "id", in: "path", required: true, schema: number },
              ],
            },
          },
        },
      }).operations,
    );
    expect(parameters.map((parameter) => [parameter.in, parameter.name, parameter.schema])).toEqual([
      ["path", "id", number],
      ["query", "page", text],
      // The names of headers are the same in either case (RFC 9110 § 5.1), those of other parameters are not.
      ["header", "x-trace", number],
      ["query", "Page", text],
      ["query", "id", number],
    ]);
  });

  test("of two parameters with the same name and location the later one counts", () => {
    const twice = [
      { name: "page", in: "query", schema: { type: "string" } },
      { name: "page", in: "query", schema: { type: "integer" } },
    ];
    expect(only(readOperation(version, { parameters: twice }).parameters).schema).toEqual({
      type: "integer",
    });
  });

  test("a parameter that both refer to is there once", () => {
    const $ref = "#/components/parameters/Page";
    const { operations } = read(version, {
      paths: { "/": { parameters: [{ $ref }], get: { ...answer, parameters: [{ $ref }] } } },
      components: { parameters: { Page: { name: "page", in: "query", schema: {} } } },
    });
    expect(only(only(operations).parameters).name).toBe("page");
  });

  test("what refers to a path item has its operations, where they are written", () => {
    const { operations } = read(version, {
      paths: {
        "/a/{id}": { $ref: "#/x-path-items/Shared" },
        "/b/{id}": { $ref: "#/paths/~1a~1%7Bid%7D" },
      },
      "x-path-items": {
        Shared: {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          get: answer,
        },
      },
    });
    expect(operations.map(({ path, pointer }) => [path, pointer])).toEqual([
      ["/a/{id}", "#/x-path-items/Shared/get"],
      ["/b/{id}", "#/x-path-items/Shared/get"],
    ]);
    for (const { parameters } of operations) expect(only(parameters).name).toBe("id");
  });

  test("beside a reference, what the path item has itself counts", () => {
    const { operations } = read(version, {
      paths: {
        "/a": { $ref: "#/x-path-items/Shared", post: { ...answer, summary: "Its own" } },
      },
      "x-path-items": { Shared: { get: answer, post: { ...answer, summary: "Shared" } } },
    });
    expect(operations.map(({ method, summary, pointer }) => [method, summary, pointer])).toEqual([
      ["get", "", "#/x-path-items/Shared/get"],
      ["post", "Its own", "#/paths/~1a/post"],
    ]);
  });
});

describe("Paths Object (OpenAPI 3.1 § 4.8.8.1)", () => {
  test("a key that does not begin with a slash is no path, and a notice says so", () => {
    const { operations, notices } = read("3.1.1", {
      paths: { pets: { get: answer }, "/pets": { get: answer }, "x-internal": { get: answer } },
    });
    expect(only(operations).path).toBe("/pets");
    expect(notices).toEqual([
      { message: "`pets` does not begin with a slash; the path is left out.", pointer: "#/paths/pets" },
    ]);
  });

  test("keys of a path item and statuses that are none are left out, and notices say so", () => {
    const { operations, notices } = read("3.1.1", {
      paths: { "/pets": { GET: answer, get: { responses: { 2000: { description: "OK" } } }, "x-a": 1 } },
    });
    expect(only(operations).responses).toEqual([]);
    expect(notices).toEqual([
      { message: "`GET` is no field of a path item; it is left out.", pointer: "#/paths/~1pets/GET" },
      {
        message: "`2000` is no status; the response is left out.",
        pointer: "#/paths/~1pets/get/responses/2000",
      },
    ]);
  });

  test("paths may have spaces, percent signs, tildes and Unicode in them", () => {
    const paths = ["/a b/{c d}", "/100%", "/~user", "/größe/{größe}", "/a%2Fb"];
    const { operations } = read("3.1.1", {
      paths: Object.fromEntries(paths.map((path) => [path, { get: answer }])),
    });
    expect(operations.map(({ path, pointer }) => [path, pointer])).toEqual([
      ["/a b/{c d}", "#/paths/~1a b~1{c d}/get"],
      ["/100%", "#/paths/~1100%25/get"],
      ["/~user", "#/paths/~1~0user/get"],
      ["/größe/{größe}", "#/paths/~1größe~1{größe}/get"],
      ["/a%2Fb", "#/paths/~1a%252Fb/get"],
    ]);
  });
});
