import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { at, bundled, child, isObject, type Json, type JsonObject } from "./bundled.ts";
import { type DescribedExample, describedExamples } from "./described-examples.ts";

const description = bundled();

/** Validates against a description's schemas as JSON Schema 2020-12 does, to which `format` is an annotation. */
function validator(of: JsonObject): (example: DescribedExample) => string[] {
  // OpenAPI adds keywords (example, discriminator, …), which strict mode would refuse.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, allErrors: true });
  ajv.addSchema(of, "description");
  return ({ schema, value }) => {
    const fragment = schema.split("/").map(encodeURIComponent).join("/");
    const validate = ajv.compile({ $ref: `description#${fragment}` });
    return validate(value) ? [] : (validate.errors ?? []).map(shown);
  };
}

const shown = ({ instancePath, message }: ErrorObject): string => `${instancePath} ${message}`.trim();

/** The problems of every example of a description that does not satisfy its schema, by its JSON pointer. */
function invalidExamples(of: JsonObject): Record<string, string[]> {
  const validate = validator(of);
  const problems = [...describedExamples(of)].map((example) => [example.pointer, validate(example)] as const);
  return Object.fromEntries(problems.filter(([, found]) => found.length > 0));
}

/** A copy of the description with one value changed. */
function changed(pointer: string, value: Json): JsonObject {
  const copy = structuredClone(description);
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  const parent = at(copy, pointer.slice(0, pointer.lastIndexOf("/")));
  if (!isObject(parent) || !(key in parent)) throw new Error(`Nothing to change at ${pointer}`);
  parent[key] = value;
  return copy;
}

describe("an example satisfies its schema:", () => {
  const validate = validator(description);
  test.each([...describedExamples(description)])("$pointer", (example) => {
    expect({ [example.pointer]: validate(example) }).toEqual({ [example.pointer]: [] });
  });
});

test("no example goes unvalidated", () => {
  const validated = new Set([...describedExamples(description)].map(({ pointer }) => pointer));
  expect([...validated].sort()).toEqual([...examplesAnywhere(description, "")].sort());
});

/** Where examples and defaults are written, found by nothing but their keys. */
function* examplesAnywhere(node: Json, pointer: string): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const place = child(pointer, key);
    if (key === "example" || (key === "default" && !isObject(value))) yield place;
    else if (pointer === "/components/examples") yield `${place}/value`;
    // What is neither a reference nor elsewhere stands here.
    else if (pointer.endsWith("/examples") && isObject(value) && "value" in value) yield `${place}/value`;
    else yield* examplesAnywhere(value, place);
  }
}

describe("an example that breaks its schema is found:", () => {
  test.each([
    {
      what: "a named example",
      pointer: "/components/examples/VisitorUpdatedById/value/session_count",
      found: { "/components/examples/VisitorUpdatedById/value": ["/session_count must be integer"] },
    },
    {
      what: "a property's example",
      pointer: "/components/schemas/Visitor/properties/anonymous/example",
      found: { "/components/schemas/Visitor/properties/anonymous/example": ["must be boolean"] },
    },
    {
      what: "a default",
      pointer: "/components/schemas/IntercomVersion/default",
      found: {
        "/components/schemas/IntercomVersion/default": ["must be equal to one of the allowed values"],
      },
    },
    {
      what: "a parameter's example",
      pointer: "/components/parameters/IntercomVersion/example",
      found: {
        "/components/parameters/IntercomVersion/example": ["must be equal to one of the allowed values"],
      },
    },
  ])("$what", ({ pointer, found }) => {
    expect(invalidExamples(changed(pointer, "wrong"))).toEqual(found);
  });

  test("a request that names no visitor", () => {
    const pointer = "/components/examples/UpdateVisitorByIdRequest/value";
    expect(Object.keys(invalidExamples(changed(pointer, { name: "Gareth Bale" })))).toEqual([pointer]);
  });
});
