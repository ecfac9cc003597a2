import { describe, expect, test } from "vitest";
import { only, readOperation, type Version, versions, yaml } from "./support/read.ts";

function readHeaders(version: Version, headers: object, fields: object = {}) {
  const responses = { "200": { description: "OK", headers } };
  return only(readOperation(version, { responses }, fields).responses).headers;
}

describe.each(versions)("Header Object Example (OpenAPI %s § %s.21.2)", (version) => {
  test("a simple header of type integer", () => {
    const headers = yaml(`
      X-Rate-Limit-Limit:
        description: The number of allowed requests in the current period
        schema:
          type: integer
    `);
    expect(readHeaders(version, headers)).toEqual([
      {
        name: "X-Rate-Limit-Limit",
        description: "The number of allowed requests in the current period",
        required: false,
        deprecated: false,
        style: "simple",
        explode: false,
        allowReserved: false,
        mediaType: undefined,
        schema: { type: "integer" },
        examples: [],
      },
    ]);
  });

  test("requiring that a strong ETag header is present", () => {
    const headers = yaml(`
      ETag:
        required: true
        content:
          text/plain:
            schema:
              type: string
              pattern: ^"
    `);
    expect(only(readHeaders(version, headers))).toMatchObject({
      name: "ETag",
      required: true,
      mediaType: "text/plain",
      schema: { type: "string", pattern: '^"' },
    });
  });
});

describe.each(versions)("Header Object (OpenAPI %s § %s.21)", (version) => {
  test("a name may begin like an extension, in any case", () => {
    const headers = { "x-request-id": { schema: { type: "string" } }, "X-Other": { schema: {} } };
    expect(readHeaders(version, headers).map(({ name }) => name)).toEqual(["x-request-id", "X-Other"]);
  });

  test("one that is named Content-Type is ignored (§ 4.8.17.1)", () => {
    const headers = { "Content-Type": { schema: {} }, "content-type": { schema: {} }, Link: { schema: {} } };
    expect(only(readHeaders(version, headers)).name).toBe("Link");
  });

  test("one that is referred to keeps its name in the map", () => {
    const components = { headers: { Limit: { required: true, schema: { type: "integer" } } } };
    const headers = { "X-Rate-Limit-Limit": { $ref: "#/components/headers/Limit" } };
    expect(only(readHeaders(version, headers, { components }))).toMatchObject({
      name: "X-Rate-Limit-Limit",
      required: true,
      schema: { type: "integer" },
    });
  });
});
