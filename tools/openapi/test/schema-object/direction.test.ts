import { expect, test } from "vitest";
import { checkOf, isHidden, readDescription, schemaReference } from "../../src/index.ts";

const id = { $ref: schemaReference("Id") };
const holder = (property: object) => ({ type: "object", required: ["a"], properties: { a: property } });

test.each<[string, object]>([
  ["in its schema", { type: "string", readOnly: true }],
  ["beside a reference", { ...id, readOnly: true }],
  ["beside a reference and a limit", { ...id, readOnly: true, maxLength: 3 }],
  ["beside allOf", { allOf: [id], readOnly: true }],
  ["in allOf", { allOf: [id, { readOnly: true }] }],
  ["beside a reference in allOf", { allOf: [{ ...id, readOnly: true }] }],
  ["in what a reference leads to", { $ref: schemaReference("Own") }],
  ["in the alternative to null", { anyOf: [{ ...id, readOnly: true }, { type: "null" }] }],
  [
    "in all alternatives",
    {
      oneOf: [
        { ...id, readOnly: true },
        { type: "integer", readOnly: true },
      ],
    },
  ],
])("what is readOnly is required in no request: %s", (_, property) => {
  const components = {
    schemas: { Id: { type: "string" }, Own: { ...id, readOnly: true }, H: holder(property) },
  };
  const description = readDescription({ openapi: "3.1.0", components });
  const checks = JSON.stringify(checkOf(description.schemas["H"], description));
  expect(checks).toContain('{"check":"requiredUnlessInput","values":[{"value":"a"}]}');
  expect(checks).not.toContain('"check":"required"');
});

test("a property of which only one alternative is readOnly is one of requests", () => {
  const property = { oneOf: [{ ...id, readOnly: true }, { type: "integer" }] };
  const { schemas } = readDescription({
    openapi: "3.1.0",
    components: { schemas: { Id: { type: "string" }, Property: property } },
  });
  expect(isHidden(schemas["Property"] ?? true, "request", schemas)).toBe(false);
});
