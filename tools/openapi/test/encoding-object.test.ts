import { describe, expect, test } from "vitest";
import type { MediaType } from "../src/index.ts";
import { only, readOperation, type Version, versions, yaml } from "./support/read.ts";

const address = { type: "object", properties: { city: { type: "string" } } };
const components = { schemas: { Address: address } };

function readForm(version: Version, operation: object): MediaType {
  return only(readOperation(version, operation, { components }).requestBody?.content);
}

describe.each(versions)("Encoding the x-www-form-urlencoded Media Type (OpenAPI %s § %s.15.2)", (version) => {
  test("URL Encoded Form with JSON Values: without encoding, the default values apply", () => {
    const form = readForm(
      version,
      yaml(`
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                properties:
                  id:
                    type: string
                    format: uuid
                  address:
                    # complex types are stringified to support RFC 1866
                    type: object
                    properties: {}
      `),
    );
    expect(form).toEqual({
      name: "application/x-www-form-urlencoded",
      kind: "form",
      schema: {
        type: "object",
        properties: { id: { type: "string", format: "uuid" }, address: { type: "object", properties: {} } },
      },
      encoding: {},
      examples: [],
    });
  });
});

// The specification's own examples have `encoding` beside `content`, where it is no field.
describe("Example: URL Encoded Form with Binary Values", () => {
  test("base64url in OpenAPI 3.1.1 § 4.8.15.2.2 is a string", () => {
    const form = readForm(
      "3.1.1",
      yaml(`
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                properties:
                  name:
                    type: string
                  icon:
                    # The default with "contentEncoding" is application/octet-stream,
                    # so we need to set image media type(s) in the Encoding Object.
                    type: string
                    contentEncoding: base64url
              encoding:
                icon:
                  contentType: image/png, image/jpeg
      `),
    );
    expect(form.schema).toMatchObject({
      properties: { icon: { type: "string", contentEncoding: "base64url" } },
    });
    expect(form.encoding).toEqual({
      icon: {
        contentType: "image/png, image/jpeg",
        style: undefined,
        explode: undefined,
        allowReserved: false,
      },
    });
  });

  test("byte in OpenAPI 3.0.4 § 4.7.15.2.2 is a string", () => {
    const form = readForm(
      "3.0.4",
      yaml(`
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                properties:
                  name:
                    type: string
                  icon:
                    # The default with "format: byte" is application/octet-stream,
                    # so we need to set image media type(s) in the Encoding Object.
                    type: string
                    format: byte
              encoding:
                icon:
                  contentType: image/png, image/jpeg
      `),
    );
    expect(form.schema).toMatchObject({ properties: { icon: { type: "string", format: "byte" } } });
    expect(form.encoding["icon"]?.contentType).toBe("image/png, image/jpeg");
  });
});

describe.each(versions)("Encoding multipart Media Types (OpenAPI %s § %s.15.3)", (version) => {
  test("Basic Multipart Form: a binary property is a file, other values are not", () => {
    const form = readForm(
      version,
      yaml(`
        requestBody:
          content:
            multipart/form-data:
              schema:
                type: object
                properties:
                  id:
                    # default for primitives without a special format is text/plain
                    type: string
                    format: uuid
                  profileImage:
                    # default for string with binary format is \`application/octet-stream\`
                    type: string
                    format: binary
                  addresses:
                    # default for arrays is based on the type in the \`items\`
                    # subschema, which is an object, so \`application/json\`
                    type: array
                    items:
                      $ref: '#/components/schemas/Address'
      `),
    );
    expect(form).toEqual({
      name: "multipart/form-data",
      kind: "multipart",
      schema: {
        type: "object",
        properties: {
          id: { type: "string", format: "uuid" },
          profileImage: { type: "string", format: "binary" },
          addresses: { type: "array", items: { $ref: "#/components/schemas/Address" } },
        },
      },
      encoding: {},
      examples: [],
    });
  });

  test("Multipart Form with Encoding Objects", () => {
    const { encoding } = readForm(
      version,
      yaml(`
        requestBody:
          content:
            multipart/form-data:
              schema:
                type: object
                properties:
                  id:
                    # default is \`text/plain\`
                    type: string
                    format: uuid
                  addresses:
                    # default based on the \`items\` subschema would be
                    # \`application/json\`, but we want these address objects
                    # serialized as \`application/xml\` instead
                    description: addresses in XML format
                    type: array
                    items:
                      $ref: '#/components/schemas/Address'
                  profileImage:
                    # default is application/octet-stream, but we can declare
                    # a more specific image type or types
                    type: string
                    format: binary
              encoding:
                addresses:
                  # require XML Content-Type in utf-8 encoding
                  # This is applied to each address part corresponding
                  # to each address in he array
                  contentType: application/xml; charset=utf-8
                profileImage:
                  # only accept png or jpeg
                  contentType: image/png, image/jpeg
                  headers:
                    X-Rate-Limit-Limit:
                      description: The number of allowed requests in the current period
                      schema:
                        type: integer
      `),
    );
    const unstyled = { style: undefined, explode: undefined, allowReserved: false };
    expect(encoding).toEqual({
      addresses: { contentType: "application/xml; charset=utf-8", ...unstyled },
      profileImage: { contentType: "image/png, image/jpeg", ...unstyled },
    });
  });
});

describe("Example: Multipart Form with Multiple Files", () => {
  test("items of raw binary in OpenAPI 3.0.4 § 4.7.15.3.3 are files", () => {
    const { schema } = readForm(
      "3.0.4",
      yaml(`
        requestBody:
          content:
            multipart/form-data:
              schema:
                properties:
                  # The property name 'file' will be used for all files.
                  file:
                    type: array
                    items:
                      type: string
                      format: binary
      `),
    );
    const items = { type: "string", format: "binary" };
    expect(schema).toEqual({ properties: { file: { type: "array", items } } });
  });

  test("items that say nothing in OpenAPI 3.1.1 § 4.8.15.3.3 may be files, and anything else", () => {
    const { schema } = readForm(
      "3.1.1",
      yaml(`
        requestBody:
          content:
            multipart/form-data:
              schema:
                properties:
                  # The property name 'file' will be used for all files.
                  file:
                    type: array
                    items: {}
      `),
    );
    expect(schema).toEqual({ properties: { file: { type: "array", items: {} } } });
  });

  test("what is within the JSON of a part is no file", () => {
    const file = { type: "string", format: "binary" };
    const schema = { type: "object", properties: { a: { type: "object", properties: { b: file } } } };
    const requestBody = { content: { "multipart/form-data": { schema } } };
    expect(readForm("3.0.4", { requestBody }).schema).toEqual({
      type: "object",
      properties: { a: { type: "object", properties: { b: { type: "string" } } } },
    });
  });
});

describe.each(versions)("Fixed Fields of encodings (OpenAPI %s § %s.15.1)", (version) => {
  const encodingsOf = (mediaType: string, encoding: object) =>
    readForm(version, { requestBody: { content: { [mediaType]: { schema: {}, encoding } } } }).encoding;
  const contentType = "text/csv";
  const unstyled = { style: undefined, explode: undefined, allowReserved: false };

  test("where one of style, explode and allowReserved is given, the others have their defaults", () => {
    const encoding = {
      "x-tags": { style: "spaceDelimited", allowReserved: true, contentType },
      exploded: { explode: false },
      reserved: { allowReserved: false },
      // One that query parameters do not have.
      other: { style: "simple" },
      plain: { contentType },
    };
    const form = { contentType: undefined, style: "form", explode: true, allowReserved: false };
    expect(encodingsOf("application/x-www-form-urlencoded", encoding)).toEqual({
      "x-tags": { contentType, style: "spaceDelimited", explode: false, allowReserved: true },
      exploded: { ...form, explode: false },
      reserved: form,
      other: { ...form, explode: false },
      plain: { contentType, ...unstyled },
    });
  });

  test("they are ignored of any multipart but form-data", () => {
    const encoding = { a: { style: "deepObject", explode: true, allowReserved: true, contentType } };
    expect(encodingsOf("multipart/mixed", encoding)).toEqual({ a: { contentType, ...unstyled } });
    expect(encodingsOf("multipart/form-data", encoding)).toEqual({ a: { ...encoding.a } });
  });
});
