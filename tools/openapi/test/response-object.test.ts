import { describe, expect, test } from "vitest";
import { only, readOperation, type Version, versions, yaml } from "./support/read.ts";

const components = { schemas: { VeryComplexType: { type: "object" } } };

function readResponse(version: Version, response: object, fields: object = { components }) {
  return only(readOperation(version, { responses: { "200": response } }, fields).responses);
}

describe.each(versions)("Response Object Examples (OpenAPI %s § %s.17.2)", (version) => {
  test("response of an array of a complex type", () => {
    const response = readResponse(
      version,
      yaml(`
        description: A complex object array response
        content:
          application/json:
            schema:
              type: array
              items:
                $ref: '#/components/schemas/VeryComplexType'
      `),
    );
    expect(response).toMatchObject({ description: "A complex object array response", headers: [] });
    expect(only(response.content)).toMatchObject({
      name: "application/json",
      kind: "json",
      schema: { type: "array", items: { $ref: "#/components/schemas/VeryComplexType" } },
    });
  });

  test("response with a string type", () => {
    const response = readResponse(
      version,
      yaml(`
        description: A simple string response
        content:
          text/plain:
            schema:
              type: string
      `),
    );
    expect(only(response.content)).toMatchObject({ kind: "text", schema: { type: "string" } });
  });

  test("plain text response with headers", () => {
    const response = readResponse(
      version,
      yaml(`
        description: A simple string response
        content:
          text/plain:
            schema:
              type: string
            example: 'whoa!'
        headers:
          X-Rate-Limit-Limit:
            description: The number of allowed requests in the current period
            schema:
              type: integer
          X-Rate-Limit-Remaining:
            description: The number of remaining requests in the current period
            schema:
              type: integer
          X-Rate-Limit-Reset:
            description: The number of seconds left in the current period
            schema:
              type: integer
      `),
    );
    expect(only(response.content).examples).toEqual([
      { name: "", summary: "", description: "", value: "whoa!" },
    ]);
    expect(response.headers.map(({ name, schema }) => [name, schema])).toEqual([
      ["X-Rate-Limit-Limit", { type: "integer" }],
      ["X-Rate-Limit-Remaining", { type: "integer" }],
      ["X-Rate-Limit-Reset", { type: "integer" }],
    ]);
  });

  test("response with no return value", () => {
    expect(readResponse(version, yaml("description: object created"))).toEqual({
      status: "200",
      description: "object created",
      headers: [],
      content: [],
    });
  });

  test("one that is referred to is read where it is, with its own references (§ 4.8.7.2)", () => {
    const fields = yaml(`
      components:
        schemas:
          GeneralError:
            type: object
            properties:
              code:
                type: integer
                format: int32
              message:
                type: string
        responses:
          NotFound:
            description: Entity not found.
          GeneralError:
            description: General Error
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/GeneralError'
    `);
    const response = readResponse(version, { $ref: "#/components/responses/GeneralError" }, fields);
    expect(response.description).toBe("General Error");
    expect(only(response.content).schema).toEqual({ $ref: "#/components/schemas/GeneralError" });
  });
});
