import type { Version } from "./read.ts";

/** A document that has something of everything. */
export function wholeDocument(version: Version): object {
  const is31 = version === "3.1.1";
  const error = {
    description: "An error",
    content: { "application/json": { schema: ref("schemas/Error") } },
  };
  return {
    openapi: version,
    info: { title: "Everything", version: "1", description: "All of it" },
    externalDocs: { url: "https://docs.example.com" },
    tags: [{ name: "pets", description: "Pets", externalDocs: { url: "https://pets.example.com" } }],
    servers: [{ url: "https://{host}/v1", variables: { host: { default: "a", enum: ["a", "b"] } } }],
    security: [{ bearer: [] }, { key: [], oauth: ["read"] }],
    "x-extension": { a: [1] },
    paths: {
      "/pets/{id}": {
        summary: "A pet",
        parameters: [ref("parameters/Id"), { name: "X-Trace", in: "header", schema: { type: "string" } }],
        servers: [{ url: "/relative" }],
        get: {
          operationId: "getPet",
          tags: ["pets"],
          parameters: [
            { name: "x-trace", in: "header", required: true, schema: { type: "integer" }, example: 1 },
            {
              name: "filter",
              in: "query",
              style: "deepObject",
              explode: true,
              schema: ref("schemas/Filter"),
            },
            { name: "json", in: "query", content: { "application/json": { schema: { type: "array" } } } },
          ],
          responses: {
            200: {
              description: "A pet",
              headers: { "x-rate": ref("headers/Rate"), Link: { schema: { type: "string" } } },
              content: {
                "application/json": {
                  schema: ref("schemas/Pet"),
                  examples: { cat: ref("examples/Cat"), dog: { value: { kind: "dog" }, summary: "Dog" } },
                },
                "image/*": { schema: { type: "string", format: "binary" } },
              },
            },
            "4XX": ref("responses/Error"),
            default: error,
          },
        },
        put: {
          requestBody: ref("requestBodies/Pet"),
          security: [],
          deprecated: true,
          responses: { 204: { description: "Done" } },
          callbacks: { changed: { "{$request.body#/url}": { post: { responses: { 200: error } } } } },
        },
      },
      "/pets": { $ref: "#/paths/~1pets~1{id}" },
    },
    ...(is31 && { webhooks: { newPet: { post: { requestBody: ref("requestBodies/Pet"), responses: {} } } } }),
    components: {
      schemas: {
        Pet: {
          oneOf: [ref("schemas/Cat"), ref("schemas/Dog")],
          discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "#/components/schemas/Dog" } },
        },
        Cat: {
          type: "object",
          required: ["kind", "id"],
          properties: {
            kind: { type: "string" },
            id: { type: "integer", readOnly: true, minimum: 1, maximum: 10 },
            parent: { allOf: [ref("schemas/Cat")], nullable: true },
            photo: ref("schemas/File"),
          },
          additionalProperties: { type: "string", pattern: "^a" },
        },
        Dog: {
          allOf: [ref("schemas/Cat"), { properties: { bark: { enum: ["loud", null], nullable: true } } }],
        },
        File: { type: "string", format: "binary" },
        Filter: { type: "object", properties: { name: { type: "string", default: "a", example: "b" } } },
        Error: {
          type: "object",
          properties: { code: { type: "integer" }, inner: ref("schemas/Cat/properties/id") },
          xml: { name: "error" },
        },
        ...(is31 && {
          Tuple: {
            type: ["array", "null"],
            prefixItems: [{ const: 1 }, true],
            items: false,
            contains: { type: "integer" },
            $defs: { Inner: { type: "string" } },
          },
          Conditional: {
            if: { required: ["a"] },
            else: { dependentRequired: { b: ["c"] } },
            patternProperties: { "^x": ref("schemas/Tuple/$defs/Inner") },
            unevaluatedProperties: false,
          },
        }),
      },
      parameters: {
        Id: { name: "id", in: "path", required: true, style: "matrix", schema: { type: "integer" } },
      },
      headers: { Rate: { required: true, schema: { type: "integer" }, examples: { a: { value: 1 } } } },
      examples: { Cat: { summary: "A cat", value: { kind: "cat", id: 1 } } },
      requestBodies: {
        Pet: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: ref("schemas/Cat"),
              encoding: { photo: { contentType: "image/png" }, kind: { style: "form", explode: false } },
            },
            "application/x-www-form-urlencoded": { schema: ref("schemas/Filter"), example: { name: "a" } },
          },
        },
      },
      responses: { Error: error },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        key: { type: "apiKey", in: "query", name: "key" },
        oauth: { type: "oauth2", flows: {} },
      },
    },
  };
}

function ref(to: string) {
  return { $ref: `#/components/${to}` };
}
