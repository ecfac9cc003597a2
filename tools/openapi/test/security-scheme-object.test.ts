import { describe, expect, test } from "vitest";
import { read, type Version, versions, yaml } from "./support/read.ts";

function readScheme(version: Version, scheme: object, name = "scheme") {
  return read(version, { components: { securitySchemes: { [name]: scheme } } }).securitySchemes[name];
}

describe.each(versions)("Security Scheme Object Examples (OpenAPI %s § %s.27.2)", (version) => {
  const named = { name: "scheme", description: "" };

  test("basic authentication", () => {
    const scheme = yaml(`
      type: http
      scheme: basic
    `);
    expect(readScheme(version, scheme)).toEqual({ ...named, kind: "basic", type: "http" });
  });

  test("an API key", () => {
    const scheme = yaml(`
      type: apiKey
      name: api-key
      in: header
    `);
    expect(readScheme(version, scheme)).toEqual({
      ...named,
      kind: "apiKey",
      type: "apiKey",
      in: "header",
      parameter: "api-key",
    });
  });

  test("a JWT bearer", () => {
    const scheme = yaml(`
      type: http
      scheme: bearer
      bearerFormat: JWT
    `);
    expect(readScheme(version, scheme)).toEqual({
      ...named,
      kind: "bearer",
      type: "http",
      bearerFormat: "JWT",
    });
  });

  test("mutual TLS, which 3.1 has", () => {
    const scheme = yaml(`
      type: mutualTLS
      description: Cert must be signed by example.com CA
    `);
    expect(readScheme(version, scheme)).toEqual({
      name: "scheme",
      description: "Cert must be signed by example.com CA",
      kind: "mutualTLS",
      type: "mutualTLS",
    });
  });

  test("implicit OAuth2 ends in a bearer token", () => {
    const scheme = yaml(`
      type: oauth2
      flows:
        implicit:
          authorizationUrl: https://example.com/api/oauth/dialog
          scopes:
            write:pets: modify pets in your account
            read:pets: read your pets
    `);
    expect(readScheme(version, scheme)).toEqual({
      ...named,
      kind: "bearer",
      type: "oauth2",
      bearerFormat: "",
    });
  });

  test("the OAuth Flow Object Example (§ 4.8.29.2) has two flows to the same token", () => {
    const scheme = yaml(`
      type: oauth2
      flows:
        implicit:
          authorizationUrl: https://example.com/api/oauth/dialog
          scopes:
            write:pets: modify pets in your account
            read:pets: read your pets
        authorizationCode:
          authorizationUrl: https://example.com/api/oauth/dialog
          tokenUrl: https://example.com/api/oauth/token
          scopes:
            write:pets: modify pets in your account
            read:pets: read your pets
    `);
    expect(readScheme(version, scheme)).toMatchObject({ kind: "bearer", type: "oauth2" });
  });
});

describe.each(versions)("Fixed Fields of security schemes (OpenAPI %s § %s.27.1)", (version) => {
  test("OpenID Connect ends in a bearer token", () => {
    const scheme = { type: "openIdConnect", openIdConnectUrl: "https://example.com/.well-known/openid" };
    expect(readScheme(version, scheme)).toMatchObject({ kind: "bearer", type: "openIdConnect" });
  });

  test("the name of an HTTP scheme is case-insensitive (RFC 9110 § 11.1)", () => {
    expect(readScheme(version, { type: "http", scheme: "Bearer" })).toMatchObject({ kind: "bearer" });
    expect(readScheme(version, { type: "http", scheme: "BASIC" })).toMatchObject({ kind: "basic" });
    expect(readScheme(version, { type: "http", scheme: "Digest" })).toMatchObject({
      kind: "http",
      scheme: "digest",
    });
  });

  test.each(["query", "header", "cookie"])("an API key may be in %s", (place) => {
    expect(readScheme(version, { type: "apiKey", in: place, name: "key" })).toMatchObject({
      kind: "apiKey",
      in: place,
    });
  });

  test("what the specification does not know is of an unknown kind", () => {
    expect(readScheme(version, { type: "apiKey", in: "body", name: "key" })).toMatchObject({
      kind: "unknown",
      type: "apiKey",
    });
    expect(readScheme(version, { type: "hmac" })).toMatchObject({ kind: "unknown", type: "hmac" });
    expect(readScheme(version, {})).toMatchObject({ kind: "unknown", type: "" });
  });

  test("one may be named like an extension, and refer to another", () => {
    expect(readScheme(version, { type: "http", scheme: "basic" }, "x-api-key")?.name).toBe("x-api-key");
    const securitySchemes = {
      a: { $ref: "#/components/securitySchemes/b" },
      b: { type: "http", scheme: "basic" },
    };
    expect(read(version, { components: { securitySchemes } }).securitySchemes["a"]).toMatchObject({
      name: "a",
      kind: "basic",
    });
  });
});
