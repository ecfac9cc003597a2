import { expect, test } from "vitest";
import type { Schema, Schemas } from "../../src/index.ts";
import { writeXml } from "../../src/sample/xml.ts";
import { ref } from "./vectors/vector.ts";

/** The value of one property as it is written within an object that has a name. */
function written(schema: Schema, value: unknown, property = "animals"): string {
  const Zoo: Schema = { type: "object", properties: { [property]: schema } };
  return writeXml({ [property]: value }, ref("Zoo"), { Zoo });
}

test("an object is an element with the name of its component, and its properties are within", () => {
  const Person: Schema = {
    type: "object",
    properties: { id: { type: "integer" }, name: { type: "string" } },
  };
  expect(writeXml({ id: 1, name: "Ann" }, ref("Person"), { Person })).toBe(
    "<Person>\n  <id>1</id>\n  <name>Ann</name>\n</Person>",
  );
});

// OpenAPI 3.1 § 4.8.26.3, with the values of the specification.
test.each<[what: string, schema: Schema, value: unknown, xml: string]>([
  ["a string", { type: "string" }, "...", "<animals>...</animals>"],
  ["a string with another name", { type: "string", xml: { name: "animal" } }, "...", "<animal>...</animal>"],
  [
    "an array",
    { type: "array", items: { type: "string" } },
    ["a", "b", "c"],
    "<animals>a</animals>\n<animals>b</animals>\n<animals>c</animals>",
  ],
  [
    "an array whose items have another name",
    { type: "array", items: { type: "string", xml: { name: "animal" } } },
    ["value", "value"],
    "<animal>value</animal>\n<animal>value</animal>",
  ],
  [
    "an array that is not wrapped, whose own name says nothing",
    { type: "array", items: { type: "string", xml: { name: "animal" } }, xml: { name: "aliens" } },
    ["value", "value"],
    "<animal>value</animal>\n<animal>value</animal>",
  ],
  [
    "an array that is wrapped",
    { type: "array", items: { type: "string" }, xml: { wrapped: true } },
    ["value", "value"],
    "<animals>\n  <animals>value</animals>\n  <animals>value</animals>\n</animals>",
  ],
  [
    "an array that is wrapped, with a name for it and another for the items",
    {
      type: "array",
      items: { type: "string", xml: { name: "animal" } },
      xml: { name: "aliens", wrapped: true },
    },
    ["value", "value"],
    "<aliens>\n  <animal>value</animal>\n  <animal>value</animal>\n</aliens>",
  ],
  [
    "an array that is wrapped, with a name for both",
    { type: "array", items: { type: "string" }, xml: { name: "aliens", wrapped: true } },
    ["value", "value"],
    "<aliens>\n  <aliens>value</aliens>\n  <aliens>value</aliens>\n</aliens>",
  ],
  ["null", { type: "null" }, null, "<animals/>"],
  ["an empty object", { type: "object" }, {}, "<animals/>"],
  ["an empty array", { type: "array" }, [], ""],
])("writes %s as the specification says", (_, schema, value, xml) => {
  const lines = xml.split("\n").filter(Boolean);
  const expected =
    lines.length === 0 ? "<Zoo/>" : ["<Zoo>", ...lines.map((line) => `  ${line}`), "</Zoo>"].join("\n");
  expect(written(schema, value)).toBe(expected);
});

test("attributes, prefixes and namespaces", () => {
  const Person: Schema = {
    type: "object",
    properties: {
      id: { type: "integer", format: "int32", xml: { attribute: true } },
      name: { type: "string", xml: { namespace: "https://example.com/schema/sample", prefix: "sample" } },
    },
    xml: { namespace: "https://example.com/people" },
  };
  expect(writeXml({ id: 123, name: "example" }, ref("Person"), { Person })).toBe(
    [
      '<Person xmlns="https://example.com/people" id="123">',
      '  <sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name>',
      "</Person>",
    ].join("\n"),
  );
});

test("what a schema says of a property counts wherever it is composed of the part that says it", () => {
  const schemas: Schemas = {
    Base: { type: "object", properties: { id: { type: "integer", xml: { attribute: true } } } },
    Pet: { allOf: [ref("Base"), { properties: { name: { type: "string", xml: { name: "called" } } } }] },
  };
  expect(writeXml({ id: 1, name: "Fido" }, ref("Pet"), schemas)).toBe(
    '<Pet id="1">\n  <called>Fido</called>\n</Pet>',
  );
});

test("a document has one root, whatever the value is", () => {
  const items: Schema = { type: "string", xml: { name: "tag" } };
  expect(writeXml(["a", "b"], { type: "array", items }, {})).toBe(
    "<root>\n  <tag>a</tag>\n  <tag>b</tag>\n</root>",
  );
  expect(writeXml("a", { type: "string", xml: { name: "tag" } }, {})).toBe("<tag>a</tag>");
  expect(writeXml(null, {}, {})).toBe("<root/>");
});

test("no text and no name can break out of its element", () => {
  expect(written({ type: "string" }, `<b> & "c"`)).toContain(
    "<animals>&lt;b&gt; &amp; &quot;c&quot;</animals>",
  );
  expect(written({ type: "string" }, "x", "1 <b>")).toContain("<_1__b_>x</_1__b_>");
  expect(written({ type: "string", xml: { attribute: true } }, '"/><b a="')).toContain(
    '<Zoo animals="&quot;/&gt;&lt;b a=&quot;"/>',
  );
});
