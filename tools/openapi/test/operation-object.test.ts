import { describe, expect, test } from "vitest";
import { only, read, readOperation, versions, yaml } from "./support/read.ts";

describe.each(versions)("Operation Object Example (OpenAPI %s § %s.10.2)", (version) => {
  const paths = {
    "/pet/{petId}": {
      put: yaml(`
        tags:
          - pet
        summary: Updates a pet in the store with form data
        operationId: updatePetWithForm
        parameters:
          - name: petId
            in: path
            description: ID of pet that needs to be updated
            required: true
            schema:
              type: string
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                properties:
                  name:
                    description: Updated name of the pet
                    type: string
                  status:
                    description: Updated status of the pet
                    type: string
                required:
                  - status
        responses:
          '200':
            description: Pet updated.
            content:
              application/json: {}
              application/xml: {}
          '405':
            description: Method Not Allowed
            content:
              application/json: {}
              application/xml: {}
        security:
          - petstore_auth:
              - write:pets
              - read:pets
      `),
    },
  };

  test("is read whole", () => {
    expect(only(read(version, { paths }).operations)).toEqual({
      id: "updatePetWithForm",
      method: "put",
      path: "/pet/{petId}",
      pointer: "#/paths/~1pet~1{petId}/put",
      summary: "Updates a pet in the store with form data",
      description: "",
      deprecated: false,
      tags: ["pet"],
      externalDocs: undefined,
      parameters: [expect.objectContaining({ name: "petId", in: "path", schema: { type: "string" } })],
      requestBody: {
        description: "",
        required: false,
        content: [
          {
            name: "application/x-www-form-urlencoded",
            kind: "form",
            schema: {
              type: "object",
              properties: {
                name: { description: "Updated name of the pet", type: "string" },
                status: { description: "Updated status of the pet", type: "string" },
              },
              required: ["status"],
            },
            encoding: {},
            examples: [],
          },
        ],
      },
      responses: ["200", "405"].map((status) => ({
        status,
        description: status === "200" ? "Pet updated." : "Method Not Allowed",
        headers: [],
        content: [
          { name: "application/json", kind: "json", schema: undefined, encoding: {}, examples: [] },
          { name: "application/xml", kind: "bytes", schema: undefined, encoding: {}, examples: [] },
        ],
      })),
      security: [[{ scheme: "petstore_auth", scopes: ["write:pets", "read:pets"] }]],
      servers: [],
      extensions: {},
    });
  });
});

describe.each(versions)("Fixed Fields of operations (OpenAPI %s § %s.10.1)", (version) => {
  test("what is left out is empty", () => {
    expect(readOperation(version, {})).toEqual({
      id: undefined,
      method: "get",
      path: "/example",
      pointer: "#/paths/~1example/get",
      summary: "",
      description: "",
      deprecated: false,
      tags: [],
      externalDocs: undefined,
      parameters: [],
      requestBody: undefined,
      responses: [],
      security: [[]],
      servers: [],
      extensions: {},
    });
  });

  test("deprecated, external documentation (§ 4.8.11.2) and extensions (§ 4.9)", () => {
    const externalDocs = yaml(`
      description: Find more info here
      url: https://example.com
    `);
    expect(readOperation(version, { deprecated: true, externalDocs, "x-rate": { limit: 1 } })).toMatchObject({
      deprecated: true,
      externalDocs: { url: "https://example.com", description: "Find more info here" },
      extensions: { "x-rate": { limit: 1 } },
    });
  });
});
