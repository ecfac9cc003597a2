import { describe, expect, test } from "vitest";
import { only, readOperation, type Version, versions, yaml } from "./support/read.ts";

const components = {
  schemas: { Address: { type: "object" }, SuccessResponse: { type: "object" } },
  examples: {
    "zip-example": { summary: "A zip code", description: "Five digits", value: "90210" },
    "confirmation-success": { value: { confirmed: true } },
  },
};

function readContent(version: Version, requestBody: object) {
  return readOperation(version, { requestBody }, { components }).requestBody?.content ?? [];
}

describe.each(versions)("Example Object Examples (OpenAPI %s § %s.19.3)", (version) => {
  test("in a request body; values that stand elsewhere are left out", () => {
    const { requestBody } = yaml(`
      requestBody:
        content:
          'application/json':
            schema:
              $ref: '#/components/schemas/Address'
            examples:
              foo:
                summary: A foo example
                value:
                  foo: bar
              bar:
                summary: A bar example
                value:
                  bar: baz
          application/xml:
            examples:
              xmlExample:
                summary: This is an example in XML
                externalValue: https://example.org/examples/address-example.xml
          text/plain:
            examples:
              textExample:
                summary: This is a text example
                externalValue: https://foo.bar/examples/address-example.txt
    `) as { requestBody: object };
    expect(readContent(version, requestBody).map(({ name, examples }) => [name, examples])).toEqual([
      [
        "application/json",
        [
          { name: "foo", summary: "A foo example", description: "", value: { foo: "bar" } },
          { name: "bar", summary: "A bar example", description: "", value: { bar: "baz" } },
        ],
      ],
      ["application/xml", []],
      ["text/plain", []],
    ]);
  });

  test("in a parameter", () => {
    const operation = yaml(`
      parameters:
        - name: zipCode
          in: query
          schema:
            type: string
            format: zip-code
          examples:
            zip-example:
              $ref: '#/components/examples/zip-example'
    `);
    expect(only(readOperation(version, operation, { components }).parameters).examples).toEqual([
      { name: "zip-example", summary: "A zip code", description: "Five digits", value: "90210" },
    ]);
  });

  test("that stands elsewhere, in a parameter and in its content", () => {
    const examples = {
      far: { summary: "Far away", externalValue: "https://zoo.example/far.json" },
      odd: { externalValue: 5 },
      both: { value: 1, externalValue: "https://zoo.example/one.json" },
    };
    const parameters = [
      { name: "own", in: "query", schema: {}, examples },
      { name: "inner", in: "query", content: { "application/json": { examples } } },
      { name: "none", in: "query", schema: {} },
    ];
    const read = readOperation(version, { parameters }).parameters;
    const far = {
      name: "far",
      summary: "Far away",
      description: "",
      externalValue: "https://zoo.example/far.json",
    };
    expect(read.map(({ externalExamples }) => externalExamples)).toEqual([[far], [far], undefined]);
  });

  test("in a response", () => {
    const operation = yaml(`
      responses:
        '200':
          description: your car appointment has been booked
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/SuccessResponse'
              examples:
                confirmation-success:
                  $ref: '#/components/examples/confirmation-success'
    `);
    const { content } = only(readOperation(version, operation, { components }).responses);
    expect(only(content).examples).toEqual([
      { name: "confirmation-success", summary: "", description: "", value: { confirmed: true } },
    ]);
  });

  test("a body that is just a JSON string, and one that is encoded inside of a form", () => {
    const content = yaml(`
      application/json:
        schema:
          type: string
        examples:
          jsonBody:
            description: 'A body of just the JSON string "json"'
            value: json
      application/x-www-form-urlencoded:
        schema:
          type: object
          properties:
            jsonValue:
              type: string
        encoding:
          jsonValue:
            contentType: application/json
        examples:
          jsonFormValue:
            description: 'The JSON string "json" as a form value'
            value: jsonValue=%22json%22
    `);
    const [json, form] = readContent(version, { content });
    expect(only(json?.examples).value).toBe("json");
    expect(only(form?.examples).value).toBe("jsonValue=%22json%22");
    expect(form?.encoding["jsonValue"]?.contentType).toBe("application/json");
  });
});

describe.each(versions)("Working with Examples (OpenAPI %s § %s.19.2)", (version) => {
  const examplesOf = (media: object) => {
    const content = { "application/json": media };
    return only(readContent(version, { content })).examples.map(({ name, value }) => [name, value]);
  };

  test("null, false, 0 and the empty string are values", () => {
    for (const value of [null, false, 0, ""]) {
      expect(examplesOf({ example: value })).toEqual([["", value]]);
      expect(examplesOf({ examples: { a: { value } } })).toEqual([["a", value]]);
    }
  });

  test("of example and examples, which exclude each other, the first counts", () => {
    expect(examplesOf({ example: 1, examples: { a: { value: 2 } } })).toEqual([["", 1]]);
  });

  test("an example of the schema is none of the media type", () => {
    expect(examplesOf({ schema: { type: "string", example: "a" } })).toEqual([]);
  });

  test("names may begin like extensions", () => {
    expect(examplesOf({ examples: { "x-1": { value: 1 } } })).toEqual([["x-1", 1]]);
  });
});
