import { describe, expect, test } from "vitest";
import { at, child, description, isObject, type Json, type JsonObject } from "../bundled.ts";
import {
  type SeedProperty,
  seedHeader,
  seedOperation,
  seedRequest,
  seedRequestExample,
  seedRequestSentence,
  seedRequestVariants,
  seedResponse,
  seedResponseExample,
  seedResponses,
} from "./seed-page.ts";

/** What a node says: its own words, over those of what it refers to (OpenAPI 3.1 § 4.8.23). */
function resolved(node: Json | undefined): JsonObject {
  if (!isObject(node)) return {};
  const { $ref, ...own } = node;
  return typeof $ref === "string" ? { ...resolved(at(description, $ref)), ...own } : own;
}

const get = (node: JsonObject, ...keys: string[]): JsonObject =>
  keys.reduce((parent, key) => resolved(parent[key]), node);

/** Text as a page shows it. */
const plain = (markdown: Json | undefined): string => String(markdown ?? "").replaceAll(/[*`]/g, "");

/** A schema's type as Redocly prints it. */
function printedType(schema: JsonObject): string {
  const format = schema["format"] === undefined ? "" : ` <${schema["format"]}>`;
  return [schema["type"]].flat().join(" or ") + format;
}

/** The row of the page's table that a schema's property would give. */
function described(schema: JsonObject, { name, sentence }: SeedProperty): SeedProperty {
  const property = get(schema, "properties", name);
  const text = plain(property["description"]);
  // The page's sentence comes first, verbatim. What we say after it is ours.
  const begins = sentence !== null && (text === sentence || /^\s/.test(text.slice(sentence.length)));
  return {
    name,
    type: printedType(property),
    sentence: begins ? text.slice(0, sentence.length) : sentence === null ? null : text,
    ...(property["default"] !== undefined && { default: String(property["default"]) }),
  };
}

/** What the page lists too, in the description's order: what the description has gained since may stand between. */
function ofThePage<T>(described: readonly T[], listed: readonly T[]): T[] {
  return described.filter((one) => listed.includes(one));
}

const propertyNames = (schema: JsonObject): string[] => Object.keys(get(schema, "properties"));

const operation = get(description, "paths", seedOperation.path, seedOperation.method);
const requestBody = get(operation, "requestBody", "content", seedOperation.requestMediaType);
const okResponse = get(operation, "responses", "200", "content", "application/json");
const visitor = get(okResponse, "schema");
const request = get(requestBody, "schema");
const anyOf = request["anyOf"];
const variants = (Array.isArray(anyOf) ? anyOf : []).map(resolved);

describe("the operation", () => {
  test("has the page's title", () => {
    expect(operation["summary"]).toBe(seedOperation.summary);
  });

  test("says every sentence of the page, in order", () => {
    expect(plain(operation["description"]).trim().split(/\n+/)).toEqual(seedOperation.sentences);
  });

  test("asks for a bearer token", () => {
    const { name, type } = seedOperation.security;
    const alternatives = operation["security"] ?? description["security"];
    expect(Array.isArray(alternatives) ? alternatives : []).toContainEqual({ [name]: [] });
    expect(get(description, "components", "securitySchemes", name)).toMatchObject({ type, scheme: "bearer" });
  });
});

describe("the header", () => {
  const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"].map(resolved) : [];
  const header = parameters.find(({ name }) => name === seedHeader.name) ?? {};
  const schema = get(header, "schema");

  test("is an optional header with the page's example", () => {
    expect(header).toMatchObject({ in: "header", example: seedHeader.example });
    expect(header["required"] ?? false).toBe(false);
  });

  test("has the page's type, default and enum values, all strings", () => {
    expect(`${printedType(schema)} (${schema["title"]})`).toBe(seedHeader.type);
    expect(schema["default"]).toBe(seedHeader.default);
    const values = Array.isArray(schema["enum"]) ? schema["enum"] : [];
    expect(ofThePage(values, seedHeader.enum)).toEqual(seedHeader.enum);
    expect(values.every((value) => typeof value === "string")).toBe(true);
    expect(seedHeader.enum).toHaveLength(17);
  });

  test("says every sentence of the page", () => {
    expect(plain(header["description"]).trim().split("\n")).toEqual(seedHeader.sentences);
    expect(plain(schema["description"]).trim().split("\n")).toEqual(seedHeader.sentences);
  });
});

describe("the request", () => {
  test("is an object, and must be sent", () => {
    expect(get(operation, "requestBody")["required"]).toBe(true);
    expect(variants.map(printedType)).toEqual(["object", "object"]);
  });

  test("has a variant for each way to name the visitor, and each must", () => {
    expect(variants.map((variant) => variant["required"])).toEqual(seedRequestVariants);
  });

  test.each([request, ...variants].map((schema) => [schema["title"], schema] as const))(
    "says the page's sentence: %s",
    (_title, schema) => {
      expect(plain(schema["description"]).split("\n")[0]).toBe(seedRequestSentence);
    },
  );

  for (const variant of variants) {
    test.each(seedRequest)(`has the property $name: ${variant["title"]}`, (property) => {
      expect(described(variant, property)).toEqual(property);
    });

    test(`has the properties in the page's order: ${variant["title"]}`, () => {
      const listed = seedRequest.map(({ name }) => name);
      expect(ofThePage(propertyNames(variant), listed)).toEqual(listed);
    });
  }

  test("has the page's example, exactly", () => {
    const values = Object.values(get(requestBody, "examples")).map((example) => resolved(example)["value"]);
    expect(JSON.stringify(values[0])).toBe(JSON.stringify(JSON.parse(seedRequestExample)));
  });
});

describe("the response", () => {
  test.each(Object.entries(seedResponses))("with status %s is described as on the page", (status, text) => {
    expect(get(operation, "responses", status)["description"]).toBe(text);
  });

  test("with any other status is ours, and says so", () => {
    expect(get(operation, "responses", "default")["description"]).toContain("does not list it");
  });

  test.each(seedResponse)("has the property $name", (property) => {
    expect(described(visitor, property)).toEqual(property);
  });

  test("has the properties in the page's order", () => {
    const listed = seedResponse.map(({ name }) => name);
    expect(ofThePage(propertyNames(visitor), listed)).toEqual(listed);
  });

  test("has the one property that the page's example has and its table has not", () => {
    const listed = seedResponse.map(({ name }) => name);
    const unlisted = Object.keys(JSON.parse(seedResponseExample)).filter((name) => !listed.includes(name));
    expect(unlisted).toHaveLength(1);
    expect(propertyNames(visitor)).toEqual(expect.arrayContaining(unlisted));
  });

  test("is an object that requires nothing, as on the page", () => {
    expect(printedType(visitor)).toBe("object");
    expect(visitor["required"] ?? []).toEqual([]);
  });

  test("has the page's example, exactly", () => {
    const values = Object.values(get(okResponse, "examples")).map((example) => resolved(example)["value"]);
    expect(JSON.stringify(values[0])).toBe(JSON.stringify(JSON.parse(seedResponseExample)));
  });

  test("has an example for every error", () => {
    const errors = Object.entries(get(operation, "responses")).filter(([status]) => !status.startsWith("2"));
    for (const [status, response] of errors) {
      const bodies = Object.values(get(resolved(response), "content")).map(resolved);
      expect(bodies.map((body) => Object.keys(get(body, "examples")).length)).not.toContain(0);
      expect(bodies, child("/responses", status)).not.toHaveLength(0);
    }
  });
});

describe("where the page contradicts itself, the wire is told of:", () => {
  test("las_request_at is deprecated, and last_request_at is beside it", () => {
    const misspelt = get(visitor, "properties", "las_request_at");
    expect(misspelt["deprecated"]).toBe(true);
    expect(misspelt["description"]).toContain("Its API answers with `last_request_at`");
    const names = Object.keys(get(visitor, "properties"));
    expect(names.indexOf("last_request_at")).toBe(names.indexOf("las_request_at") + 1);
    expect(printedType(get(visitor, "properties", "last_request_at"))).toBe("integer or null");
  });

  test("email says that it is empty when unknown", () => {
    expect(get(visitor, "properties", "email")["description"]).toContain(
      "empty string when the email is unknown",
    );
  });

  test("every time says its unit", () => {
    const silent = schemasWithTimes().filter(
      ([, property]) => !/Unix time/.test(String(property["description"])),
    );
    expect(silent.map(([place]) => place)).toEqual([]);
    expect(schemasWithTimes()).not.toHaveLength(0);
  });

  test("every object is open", () => {
    const schemas = Object.entries(get(description, "components", "schemas"));
    const closed = schemas.filter(([, schema]) => resolved(schema)["additionalProperties"] === false);
    expect(closed.map(([name]) => name)).toEqual([]);
  });
});

/** Every property of every component whose name says that it is a time. */
function schemasWithTimes(): [string, JsonObject][] {
  return Object.entries(get(description, "components", "schemas")).flatMap(([name, schema]) =>
    Object.entries(get(resolved(schema), "properties"))
      .filter(([property]) => property.endsWith("_at"))
      .map(([property, value]): [string, JsonObject] => [`${name}.${property}`, resolved(value)]),
  );
}
