import { type JsonObject, pointed } from "@visitors-api/openapi";
import { head, ok } from "./mistakes.ts";

export interface Reading {
  readonly what: string;
  /** `▶` marks the place of each warning. */
  readonly text: string;
  readonly warnings: readonly string[];
  /** What is looked at in the description, and what it is. */
  readonly of: (description: JsonObject) => unknown;
  readonly is: unknown;
}

const schemas = (description: JsonObject) => pointed(description, "#/components/schemas");
const done = { responses: { "204": { description: "Done" } } };

/** Mistakes, and what they are taken for. */
export const readings: readonly Reading[] = [
  {
    what: "a path parameter that nothing defines is a required string",
    text: `${head}paths:
  /pets/{id}:
    ▶get:
      ${ok}
`,
    warnings: [
      "The path /pets/{id} has `{id}`, which no parameter defines. It is taken for a required string.",
    ],
    of: ({ paths }) => paths,
    is: {
      "/pets/{id}": {
        get: {
          ...done,
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        },
      },
    },
  },
  {
    what: "a path parameter that the path has not is left out, where another path has it too",
    text: `${head}paths:
  /pets/{id}: { $ref: "#/components/pathItems/Pet" }
  /pets: { $ref: "#/components/pathItems/Pet" }
components:
  pathItems:
    Pet:
      parameters: [{ name: ▶id, in: path, required: true, schema: { type: integer } }]
      get:
        ${ok}
`,
    warnings: ["The path /pets has no `{id}`. The parameter is left out."],
    of: ({ paths }) => paths,
    is: {
      "/pets/{id}": { $ref: "#/components/pathItems/Pet" },
      "/pets": { parameters: [], get: done },
    },
  },
  {
    what: "a path parameter under nearly the name is the one of the path",
    text: `${head}paths:
  /pets/{pet_id}:
    get:
      parameters:
        - in: path
          name: ▶petId
          required: true
          schema: { type: integer }
      ${ok}
`,
    warnings: [
      "The path /pets/{pet_id} has `{pet_id}` and no `{petId}`. The parameter is taken for `{pet_id}`.",
    ],
    of: ({ paths }) => paths,
    is: {
      "/pets/{pet_id}": {
        get: {
          ...done,
          parameters: [{ in: "path", name: "pet_id", required: true, schema: { type: "integer" } }],
        },
      },
    },
  },
  {
    what: "a $ref to nothing is any value in a schema's place, and nothing in a parameter's, a header's and a response's",
    text: `${head}paths:
  /a:
    get:
      parameters:
        - ▶$ref: "#/components/parameters/Nobody"
        - { name: page, in: query, schema: { type: integer } }
      responses:
        "200":
          description: Found
          headers:
            X-Page: ▶{ $ref: "#/components/headers/Nobody" }
          content:
            application/json:
              schema: ▶{ $ref: "#/components/schemas/Nobody" }
              examples:
                one: ▶{ $ref: "#/components/examples/Nobody" }
        "404": ▶{ $ref: "#/components/responses/Nobody" }
`,
    warnings: [
      "Nothing is at `#/components/parameters/Nobody`. It is left out.",
      "Nothing is at `#/components/headers/Nobody`. It is left out.",
      "Nothing is at `#/components/schemas/Nobody`. Any value is taken for valid.",
      "Nothing is at `#/components/examples/Nobody`. It is left out.",
      "Nothing is at `#/components/responses/Nobody`. It is left out.",
    ],
    of: ({ paths }) => paths,
    is: {
      "/a": {
        get: {
          parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
          responses: {
            "200": {
              description: "Found",
              headers: {},
              content: { "application/json": { schema: {}, examples: {} } },
            },
          },
        },
      },
    },
  },
  {
    what: "an operation whose request body is nowhere is skipped, and the others are not",
    text: `${head}paths:
  /a:
    post:
      requestBody: ▶{ $ref: "#/components/requestBodies/Nobody" }
      ${ok}
    get:
      ${ok}
`,
    warnings: ["Nothing is at `#/components/requestBodies/Nobody`. POST /a is skipped."],
    of: ({ paths }) => paths,
    is: { "/a": { get: done } },
  },
  {
    what: "an operation whose request body is of no use where it is defined is skipped by name",
    text: `${head}paths:
  /a:
    post:
      ▶requestBody: { $ref: "#/components/requestBodies/Empty" }
      ${ok}
components:
  requestBodies:
    Empty: ▶{ description: Nothing }
`,
    warnings: [
      "POST /a is skipped, for its request body has been left out.",
      "The field `content` must be present in a request body. It is left out.",
    ],
    of: ({ paths, components }) => ({ paths, components }),
    is: { paths: { "/a": {} }, components: { requestBodies: {} } },
  },
  {
    what: "an operation that is none is skipped by name",
    text: `${head}paths:
  /a:
    get: ▶[5]
    post:
      ${ok}
`,
    warnings: ["`get` must be an object (an operation), and this is a list. GET /a is skipped."],
    of: ({ paths }) => paths,
    is: { "/a": { post: done } },
  },
  {
    what: "an operationId that another operation has is another one",
    text: `${head}paths:
  /a:
    get: { operationId: pet, ${ok} }
    put: { operationId: pet2, ${ok} }
    post: { operationId: ▶pet, ${ok} }
`,
    warnings: ["The operationId `pet` is already the one of GET /a. That of POST /a is taken for `pet3`."],
    of: ({ paths }) => paths,
    is: {
      "/a": {
        get: { operationId: "pet", ...done },
        put: { operationId: "pet2", ...done },
        post: { operationId: "pet3", ...done },
      },
    },
  },
  {
    what: "a security scheme that nothing defines is not asked for",
    text: `${head}paths: {}
security:
  - { token: [], ▶tokn: [] }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
    warnings: ["No security scheme is named `tokn`. It is not asked for."],
    of: ({ security }) => security,
    is: [{ token: [] }],
  },
  {
    what: "a server variable that nothing defines stays in the URL, and one without a default has the first value",
    text: `${head}servers:
  - url: ▶https://{host}/{version}
    variables:
      ▶version: { enum: [v2, v1] }
paths: {}
`,
    warnings: [
      "The URL https://{host}/{version} has `{host}`, which is no variable of this server. `{host}` stays in the URL.",
      'The server variable `version` has no default. "v2" is taken.',
    ],
    of: ({ servers }) => servers,
    is: [
      {
        url: "https://{host}/{version}",
        variables: { version: { enum: ["v2", "v1"], default: "v2" }, host: { default: "{host}" } },
      },
    ],
  },
  {
    what: "a path without its slash has one, and one that is there already is left out",
    text: `${head}paths:
  ▶a: { get: { ${ok} } }
  /b: { get: { ${ok} } }
  ▶b: { put: { ${ok} } }
`,
    warnings: [
      "The path `a` must begin with a slash. It is taken for `/a`.",
      "The path `b` must begin with a slash. It is left out.",
    ],
    of: ({ paths }) => paths,
    is: { "/a": { get: done }, "/b": { get: done } },
  },
  {
    what: "a query in a path is sent, unless there are query parameters",
    text: `${head}paths:
  ▶/a?b=c:
    get: { ${ok} }
    put: { parameters: [{ name: q, in: query, schema: { type: string } }], ${ok} }
`,
    warnings: ["The path /a?b=c has a query. PUT /a?b=c is skipped, for a query would be written behind it."],
    of: ({ paths }) => paths,
    is: { "/a?b=c": { get: done } },
  },
  {
    what: "a fragment in a path is not sent, and an operation with query parameters skipped by name",
    text: `${head}paths:
  ▶/a#one: { get: { ${ok} } }
  ▶/a#two: { get: { parameters: [{ name: q, in: query, schema: { type: string } }], ${ok} } }
`,
    warnings: [
      "The path /a#one has a fragment, which is never sent. It is sent without it.",
      "The path /a#two has a fragment, which is never sent. GET /a#two is skipped, for a query would be written behind it.",
    ],
    of: ({ paths }) => paths,
    is: { "/a#one": { get: done } },
  },
  {
    what: "fields with nearly the right names have the right ones, and a status that is none is left out by name",
    text: `${head}paths:
  /a:
    ▶pots:
      ▶Parameters: [{ name: page, in: ▶Query, ▶require: true, schema: { type: integer } }]
      ▶request_body: { content: { text/plain: {} } }
      responses: { ▶"20": { description: Found, content: { text/plain: {} } }, "204": { description: Done } }
`,
    warnings: [
      "`pots` is no field of a path item. It is taken for `post`.",
      "`Parameters` is no field of an operation. It is taken for `parameters`.",
      '`in` is one of "query", "header", "path", "cookie", and this is "Query". It is taken for "query".',
      "`require` is no field of a parameter. It is taken for `required`.",
      "`request_body` is no field of an operation. It is taken for `requestBody`.",
      "`20` is no status of a response. The response is left out of POST /a.",
    ],
    of: ({ paths }) => paths,
    is: {
      "/a": {
        post: {
          parameters: [{ name: "page", in: "query", required: true, schema: { type: "integer" } }],
          requestBody: { content: { "text/plain": {} } },
          ...done,
        },
      },
    },
  },
  {
    what: "keywords of a schema that are of no use say nothing",
    text: `${head}paths: {}
components:
  schemas:
    A: { enum: ▶a, description: Kept }
    B: { properties: { name: { type: string, required: ▶true } } }
    C: { type: ▶any }
    D: { type: ▶Integer }
    E: { type: [▶null, string] }
    F: { examples: ▶{ one: { value: 1 }, two: 2 } }
    G: ▶null
    H: ▶[string]
    I: { allOf: [▶5, { type: object }] }
`,
    warnings: [
      '`enum` must be a list, and this is "a". It is ignored.',
      "`required` must be a list of texts, and this is true. It is ignored.",
      '`type` is one of "object", "array", "string", "number", "integer", "boolean", "null", and this is "any". Any type is taken.',
      '`type` is one of "object", "array", "string", "number", "integer", "boolean", "null", and this is "Integer". It is taken for "integer".',
      '`type` is one of "object", "array", "string", "number", "integer", "boolean", "null", and this is empty. It is taken for "null".',
      "`examples` of a schema must be a list of values, and this is an object. The values in it are taken.",
      "`G` must be an object (a schema), and this is empty. It is taken for an empty one.",
      "`H` must be an object (a schema), and this is a list. Any value is taken for valid.",
      "Each item of `allOf` must be an object (a schema), and this is 5. Any value is taken for valid.",
    ],
    of: schemas,
    is: {
      A: { description: "Kept" },
      B: { properties: { name: { type: "string" } } },
      C: {},
      D: { type: "integer" },
      E: { type: ["null", "string"] },
      F: { examples: [1, 2] },
      G: {},
      H: {},
      I: { allOf: [{}, { type: "object" }] },
    },
  },
  {
    what: "items that are a list are those of a tuple",
    text: `${head}paths: {}
components:
  schemas:
    A: { type: array, items: ▶[{ type: string }, { type: integer }] }
`,
    warnings: ["`items` must be one schema, and this is a list. It is taken for `prefixItems`."],
    of: schemas,
    is: { A: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] } },
  },
  {
    what: "a schema that is part of itself is so no more",
    text: `${head}paths: {}
components:
  schemas:
    A: { type: object, allOf: [▶{ $ref: "#/components/schemas/A" }] }
    B: { properties: { self: { $ref: "#/components/schemas/B" } } }
`,
    warnings: [
      "Through `#/components/schemas/A` the schema is part of itself. Any value is taken for valid here.",
    ],
    of: schemas,
    is: {
      A: { type: "object", allOf: [{}] },
      B: { properties: { self: { $ref: "#/components/schemas/B" } } },
    },
  },
  {
    what: "a discriminator's mapping to nothing is left out",
    text: `${head}paths: {}
components:
  schemas:
    Cat: { type: object }
    Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: ▶Dog } } }
`,
    warnings: ["No schema is at or named `Dog`. It is left out."],
    of: (description) => pointed(description, "#/components/schemas/Pet"),
    is: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }],
      discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
    },
  },
  {
    what: "OpenAPI 3.0 without paths is of schemas alone",
    text: `▶openapi: 3.0.3
info: { title: Test, version: "1" }
components: { schemas: { A: { type: string } } }
`,
    warnings: ["The field `paths` must be present. There are no operations."],
    of: ({ paths, components }) => ({ paths, components }),
    is: { paths: {}, components: { schemas: { A: { type: "string" } } } },
  },
  {
    what: "a version that YAML takes for a number is the whole one",
    text: 'openapi: ▶3.1\ninfo: { title: Test, version: "1" }\npaths: {}\n',
    warnings: ["This is no whole version of OpenAPI: it is taken for 3.1.0."],
    of: ({ openapi }) => openapi,
    is: "3.1.0",
  },
  {
    what: "a schema of a body without a media type is the one of JSON",
    text: `${head}paths:
  /a:
    get:
      responses:
        "200": { description: Found, ▶schema: { type: string } }
`,
    warnings: [
      "`schema` of a response belongs under a media type. It is taken for the one of application/json.",
    ],
    of: ({ paths }) => paths,
    is: {
      "/a": {
        get: {
          responses: {
            "200": { description: "Found", content: { "application/json": { schema: { type: "string" } } } },
          },
        },
      },
    },
  },
  {
    what: "what refers to a part of an operation that is skipped refers to nothing",
    text: `${head}paths:
  /pets:
    post:
      requestBody: ▶{ $ref: "#/components/requestBodies/Nobody" }
      responses: { "200": { description: Found, content: { application/json: { schema: { type: string } } } } }
  /cats:
    get:
      responses:
        "200": { description: Found, content: { application/json: { schema: ▶{ $ref: "#/paths/~1pets/post/responses/200/content/application~1json/schema" } } } }
`,
    warnings: [
      "Nothing is at `#/components/requestBodies/Nobody`. POST /pets is skipped.",
      "Nothing is at `#/paths/~1pets/post/responses/200/content/application~1json/schema`. Any value is taken for valid.",
    ],
    of: ({ paths }) => paths,
    is: {
      "/pets": {},
      "/cats": {
        get: {
          responses: { "200": { description: "Found", content: { "application/json": { schema: {} } } } },
        },
      },
    },
  },
  {
    what: "a component that refers to what is no schema is any value, for what refers to it too",
    text: `${head}paths: {}
components:
  schemas:
    Pet: { properties: { tag: { $ref: "#/components/schemas/Tag" } } }
    Tag: ▶{ $ref: "#/components" }
`,
    warnings: ["`#/components` is the components, where a schema belongs. Any value is taken for valid."],
    of: schemas,
    is: { Pet: { properties: { tag: { $ref: "#/components/schemas/Tag" } } }, Tag: {} },
  },
];
