export const head = `openapi: 3.1.0
info: { title: Test, version: "1" }
`;

export const ok = 'responses: { "204": { description: Done } }';

/** The mistakes that one document can have. Each text marks with `▶` the place that the message must name. */
export const mistakes: readonly (readonly [what: string, message: RegExp, text: string])[] = [
  [
    "a $ref to nothing in the document",
    /^Nothing is at `#\/components\/schemas\/Nobody`.* Correct the \$ref, or add what it names\.$/,
    `${head}paths:
  /a:
    get:
      responses:
        "200":
          description: Found
          content:
            application/json:
              schema:
                ▶$ref: "#/components/schemas/Nobody"
`,
  ],
  [
    "a $ref to a file that is missing",
    /^Nothing is at `missing\.yaml#\/Pet`\. .*Correct the \$ref, or add what it names\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet:
      ▶$ref: missing.yaml#/Pet
`,
  ],
  [
    "a $ref to a parameter that is missing",
    /^Nothing is at `#\/components\/parameters\/page`/,
    `${head}paths:
  /a:
    get:
      parameters:
        - ▶$ref: "#/components/parameters/page"
      ${ok}
`,
  ],
  [
    "schemas that refer to each other and to nothing else",
    /^The reference `#\/components\/schemas\/B` leads back to itself\. Make one of the chain a schema\.$/,
    `${head}paths: {}
components:
  schemas:
    A:
      ▶$ref: "#/components/schemas/B"
    B:
      $ref: "#/components/schemas/A"
`,
  ],
  [
    "a schema that refers to itself",
    /^The reference `#\/components\/schemas\/A` leads back to itself/,
    `${head}paths: {}
components:
  schemas:
    A:
      ▶$ref: "#/components/schemas/A"
`,
  ],
  [
    "an operationId that another operation has",
    /^The operationId `pet` is already the one of GET \/a\. Give POST \/a another\.$/,
    `${head}paths:
  /a:
    get:
      operationId: pet
      ${ok}
    post:
      operationId: ▶pet
      ${ok}
`,
  ],
  [
    "a path parameter that nothing defines",
    /^The path \/pets\/\{id\} has `\{id\}`, which no parameter defines\. Add one with `in: path`\.$/,
    `${head}paths:
  /pets/{id}:
    ▶get:
      ${ok}
`,
  ],
  [
    "a path parameter that only another operation defines",
    /^The path \/pets\/\{id\} has `\{id\}`/,
    `${head}paths:
  /pets/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      ${ok}
    ▶delete:
      ${ok}
`,
  ],
  [
    "a path parameter that is not in the path",
    /^The path \/pets has no `\{id\}`\. Put it in the path, or remove the parameter\.$/,
    `${head}paths:
  /pets:
    get:
      parameters:
        - in: path
          name: ▶id
          required: true
          schema: { type: string }
      ${ok}
`,
  ],
  [
    "a security scheme that is not defined",
    /^No security scheme is named `oauth`\. Define it under components\.securitySchemes\.$/,
    `${head}paths:
  /a:
    get:
      security:
        - ▶oauth: []
      ${ok}
security:
  - ▶oauth: []
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
  ],
  [
    "a server variable that is not defined",
    /^The URL https:\/\/\{region\}\.example has `\{region\}`, which is no variable of this server\. Add it under variables\.$/,
    `${head}servers:
  - url: ▶https://{region}.example
    variables:
      area: { default: eu }
paths: {}
`,
  ],
  [
    "a parameter that an operation has twice",
    /^The query parameter `page` stands in this list twice\. Remove one\.$/,
    `${head}paths:
  /a:
    get:
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - ▶{ name: page, in: query, schema: { type: string } }
      ${ok}
`,
  ],
  [
    "a list of paths that is none",
    /^`paths` must be an object \(the paths\), and this is 5\. Correct it, or remove it\.$/,
    `${head}paths: ▶5\n`,
  ],
  [
    "a parameter without a place",
    /^The field `in` must be present in a parameter\. Add it\.$/,
    `${head}paths:
  /a:
    get:
      parameters:
        - ▶name: page
          schema: { type: integer }
      ${ok}
`,
  ],
  [
    "a parameter in no place that there is",
    /^`in` is one of "query", "header", "path", "cookie", and this is "querry"\. Did you mean "query"\?$/,
    `${head}paths:
  /a:
    get:
      parameters:
        - name: page
          in: ▶querry
          schema: { type: integer }
      ${ok}
`,
  ],
  [
    "a path without its slash",
    /^The path `pets` must begin with a slash\. Write `\/pets`\.$/,
    `${head}paths:\n  ▶pets: {}\n`,
  ],
  [
    "a path with nothing",
    /^`\/pets` must be an object \(a path item\), and this is empty\. Write what belongs there, or remove the key\.$/,
    `${head}paths:\n  ▶/pets:\n`,
  ],
  [
    "a type that there is not",
    /^`type` is one of "object", .*"null", and this is "strin"\. Did you mean "string"\?$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { type: ▶strin }
`,
  ],
  [
    "a $ref that is no string",
    /^A \$ref is a string, and this is 5\. Write where it leads, as in "#\/components\/schemas\/Name"\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { $ref: ▶5 }
`,
  ],
  [
    "a $ref to an anchor",
    /^References to anchors, such as `#pet`, are not supported\. Give the path from the root/,
    `${head}paths: {}
components:
  schemas:
    Pet: { $anchor: pet, type: object }
    Cat: ▶{ $ref: "#pet" }
`,
  ],
  [
    "a discriminator's mapping to nothing",
    /^No schema is at or named `Dog`\. Correct the mapping, or add what it names\.$/,
    `${head}paths: {}
components:
  schemas:
    Cat: { type: object, properties: { kind: { type: string } } }
    Pet:
      oneOf: [{ $ref: "#/components/schemas/Cat" }]
      discriminator:
        propertyName: kind
        mapping: { cat: Cat, dog: ▶Dog }
`,
  ],
  [
    "a path parameter that one of two paths with one path item has not",
    /^The path \/cats has no `\{id\}`\. Put it in the path, or remove the parameter\.$/,
    `${head}paths:
  /pets/{id}: { $ref: "#/components/pathItems/Pet" }
  /cats: { $ref: "#/components/pathItems/Pet" }
components:
  pathItems:
    Pet:
      parameters: [{ name: ▶id, in: path, required: true, schema: { type: string } }]
      get:
        ${ok}
`,
  ],
  [
    "a document that is no OpenAPI description",
    /^This is not an OpenAPI description, for it has no field `openapi`/,
    "▶title: Pets\n",
  ],
  ["a document that is a list", /^This is not an OpenAPI description/, "▶- pets\n"],
  ["an empty document", /^This is not an OpenAPI description/, "▶"],
  [
    "Swagger 2.0",
    /^Swagger 2\.0 is not supported\. Convert the description/,
    `info: { title: Pets, version: "1" }\nswagger: ▶"2.0"\n`,
  ],
  [
    "OpenAPI 3.2",
    /^OpenAPI 3\.2\.0 is not supported\. Use 3\.0 or 3\.1\.$/,
    "# Pets\nopenapi: ▶3.2.0\npaths: {}\n",
  ],
  ["OpenAPI 2", /^OpenAPI 2\.0 is not supported\. Use 3\.0 or 3\.1\.$/, 'openapi: ▶"2.0"\npaths: {}\n'],
  ["OpenAPI 4", /^OpenAPI 4\.0\.0 is not supported\. Use 3\.0 or 3\.1\.$/, "openapi: ▶4.0.0\npaths: {}\n"],
  ["OpenAPI without a version", /^OpenAPI null is not supported/, "▶openapi:\npaths: {}\n"],
  [
    "YAML with a bracket that nothing closes",
    /^It cannot be parsed as YAML or JSON: .*\.$/,
    `${head}paths: [\n▶`,
  ],
  [
    "YAML with a tab for an indent",
    /^It cannot be parsed as YAML or JSON: .*\.$/,
    `${head}paths:\n▶\t/a: {}\n`,
  ],
  [
    "a key that YAML has twice",
    /^It cannot be parsed as YAML or JSON: duplicated mapping key\.$/,
    `${head}paths:\n  /a: {}\n  ▶/a: {}\n`,
  ],
];
