import { describe, expect, test } from "vitest";
import { errorResponses, isStatus, responseFor, successResponses } from "../src/index.ts";
import { only, readOperation, type Version, versions, yaml } from "./support/read.ts";

const components = { schemas: { Pet: { type: "object" }, ErrorModel: { type: "object" } } };

function readResponses(version: Version, responses: object) {
  return readOperation(version, { responses }, { components }).responses;
}

function statuses(...keys: string[]) {
  return readResponses("3.1.1", Object.fromEntries(keys.map((key) => [key, { description: key }])));
}

describe.each(versions)("Responses Object Example (OpenAPI %s § %s.16.3)", (version) => {
  test("a 200 response for a successful operation and a default response for others", () => {
    const responses = readResponses(
      version,
      yaml(`
        '200':
          description: a pet to be returned
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Pet'
        default:
          description: Unexpected error
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/ErrorModel'
      `),
    );
    const described = responses.map(({ status, description, content }) => [
      status,
      description,
      only(content).schema,
    ]);
    expect(described).toEqual([
      ["200", "a pet to be returned", { $ref: "#/components/schemas/Pet" }],
      ["default", "Unexpected error", { $ref: "#/components/schemas/ErrorModel" }],
    ]);
    expect(successResponses(responses).map(({ status }) => status)).toEqual(["200"]);
    expect(errorResponses(responses).map(({ status }) => status)).toEqual(["default"]);
    expect(responseFor(responses, 200)?.status).toBe("200");
    expect(responseFor(responses, 404)?.status).toBe("default");
  });
});

describe("which response a status means (OpenAPI 3.1 § 4.8.16.2)", () => {
  test.each([
    [200, "200"],
    [201, "2XX"],
    [299, "2XX"],
    [404, "404"],
    [410, "4XX"],
    [503, "default"],
    [100, "default"],
  ])("%d: an explicit code, then its range, then the default: %s", (status, key) => {
    expect(responseFor(statuses("4XX", "default", "404", "2XX", "200"), status)?.status).toBe(key);
  });

  test("one that is not documented means none", () => {
    expect(responseFor(statuses("200", "4XX"), 503)).toBeUndefined();
    expect(responseFor([], 200)).toBeUndefined();
  });

  test("ranges may be written in lower case", () => {
    expect(statuses("4xx", "DEFAULT").map(({ status }) => status)).toEqual(["4XX", "default"]);
  });

  test("a status that YAML takes for a number is one", () => {
    expect(only(readResponses("3.1.1", yaml("200: { description: OK }"))).status).toBe("200");
  });

  test.each([
    ["200", true],
    ["599", true],
    ["1XX", true],
    ["default", true],
    ["600", false],
    ["099", false],
    ["20X", false],
    ["XXX", false],
    ["2000", false],
    ["OK", false],
    ["", false],
  ])("%s is a status: %s", (key, is) => {
    expect(isStatus(key)).toBe(is);
  });

  test("where no success is documented, the default is one", () => {
    expect(successResponses(statuses("default", "404")).map(({ status }) => status)).toEqual(["default"]);
    expect(errorResponses(statuses("default", "404")).map(({ status }) => status)).toEqual(["404"]);
  });

  test("a redirection is no success, and neither is what comes before the answer", () => {
    const all = statuses("100", "2XX", "304", "4XX", "500");
    expect(successResponses(all).map(({ status }) => status)).toEqual(["2XX"]);
    expect(errorResponses(all).map(({ status }) => status)).toEqual(["304", "500", "4XX"]);
  });
});
