import { describe, expect, test } from "vitest";
import { selectMediaType } from "../src/index.ts";
import { readOperation, versions, yaml } from "./support/read.ts";

const components = { schemas: { User: { type: "object" } } };

describe.each(versions)("Request Body Examples (OpenAPI %s § %s.13.2)", (version) => {
  test("a request body with a referenced schema definition", () => {
    const requestBody = yaml(`
      description: user to add to the system
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/User'
          examples:
            user:
              summary: User example
              externalValue: https://foo.bar/examples/user-example.json
        application/xml:
          schema:
            $ref: '#/components/schemas/User'
          examples:
            user:
              summary: User example in XML
              externalValue: https://foo.bar/examples/user-example.xml
        text/plain:
          examples:
            user:
              summary: User example in plain text
              externalValue: https://foo.bar/examples/user-example.txt
        '*/*':
          examples:
            user:
              summary: User example in other format
              externalValue: https://foo.bar/examples/user-example.whatever
    `);
    const schema = { $ref: "#/components/schemas/User" };
    // What stands elsewhere is not fetched.
    const other = (summary: string, type: string) => ({
      encoding: {},
      examples: [],
      externalExamples: [
        {
          name: "user",
          summary,
          description: "",
          externalValue: `https://foo.bar/examples/user-example.${type}`,
        },
      ],
    });
    expect(readOperation(version, { requestBody }, { components }).requestBody).toEqual({
      description: "user to add to the system",
      required: false,
      content: [
        { name: "application/json", kind: "json", schema, ...other("User example", "json") },
        { name: "application/xml", kind: "bytes", schema, ...other("User example in XML", "xml") },
        {
          name: "text/plain",
          kind: "text",
          schema: undefined,
          ...other("User example in plain text", "txt"),
        },
        {
          name: "*/*",
          kind: "bytes",
          schema: undefined,
          ...other("User example in other format", "whatever"),
        },
      ],
    });
  });

  test("of several keys that a request matches, only the most specific is applicable (§ 4.8.13.1)", () => {
    const content = { "text/*": {}, "text/plain": {}, "*/*": {} };
    const read = readOperation(version, { requestBody: { content } }).requestBody?.content ?? [];
    const selected = (contentType: string) => selectMediaType(read, contentType)?.name;
    expect(selected("text/plain")).toBe("text/plain");
    expect(selected("text/plain; charset=utf-8")).toBe("text/plain");
    expect(selected("text/csv")).toBe("text/*");
    expect(selected("image/png")).toBe("*/*");
  });

  test("one that is referred to is read where it is", () => {
    const requestBody = { $ref: "#/components/requestBodies/User" };
    const referred = {
      components: {
        ...components,
        requestBodies: { User: { required: true, content: { "text/plain": {} } } },
      },
    };
    expect(readOperation(version, { requestBody }, referred).requestBody).toMatchObject({
      required: true,
      content: [{ name: "text/plain" }],
    });
  });
});
