import { describe, expect, test } from "vitest";
import { isOptional, type Security } from "../src/index.ts";
import { read, readOperation, type Version, versions, yaml } from "./support/read.ts";

function readSecurity(version: Version, operation: object, document: object = {}): Security {
  return readOperation(version, operation, document).security;
}

describe.each(versions)("Security Requirement Object Examples (OpenAPI %s § %s.30.2)", (version) => {
  const scopes = ["write:pets", "read:pets"];

  test("a requirement that is not of OAuth2", () => {
    const security = readSecurity(version, { security: [yaml("api_key: []")] });
    expect(security).toEqual([[{ scheme: "api_key", scopes: [] }]]);
    expect(isOptional(security)).toBe(false);
  });

  test("an OAuth2 requirement, with scopes", () => {
    const requirement = yaml(`
      petstore_auth:
        - write:pets
        - read:pets
    `);
    expect(readSecurity(version, { security: [requirement] })).toEqual([
      [{ scheme: "petstore_auth", scopes }],
    ]);
  });

  test("optional OAuth2 security, of an operation or of the document", () => {
    const optional = yaml(`
      security:
        - {}
        - petstore_auth:
            - write:pets
            - read:pets
    `);
    for (const security of [readSecurity(version, optional), readSecurity(version, {}, optional)]) {
      expect(security).toEqual([[], [{ scheme: "petstore_auth", scopes }]]);
      expect(isOptional(security)).toBe(true);
    }
  });
});

describe.each(versions)("which security an operation has (OpenAPI %s § %s.10.1)", (version) => {
  const document = { security: [{ bearer: [] }] };
  const key = [{ scheme: "key", scopes: [] }];

  test("its own overrides the document's, an empty list included", () => {
    expect(readSecurity(version, {}, document)).toEqual([[{ scheme: "bearer", scopes: [] }]]);
    expect(readSecurity(version, { security: [{ key: [] }] }, document)).toEqual([key]);
    expect(readSecurity(version, { security: [] }, document)).toEqual([[]]);
    expect(isOptional(readSecurity(version, { security: [] }, document))).toBe(true);
  });

  test("where nobody states one, nothing is required", () => {
    expect(readSecurity(version, {})).toEqual([[]]);
    expect(read(version, {}).security).toEqual([[]]);
  });

  test("alternatives are in the description's order, and one may need several schemes", () => {
    const security = [{ key: [], bearer: ["admin"] }, { basic: [] }, {}];
    expect(readSecurity(version, { security })).toEqual([
      [...key, { scheme: "bearer", scopes: ["admin"] }],
      [{ scheme: "basic", scopes: [] }],
      [],
    ]);
  });

  test("a scheme may be named like an extension", () => {
    expect(readSecurity(version, { security: [{ "x-api-key": [] }] })).toEqual([
      [{ scheme: "x-api-key", scopes: [] }],
    ]);
  });
});
