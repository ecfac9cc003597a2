export const head = `openapi: 3.1.0
info: { title: Test, version: "1" }
`;

export const ok = 'responses: { "204": { description: Done } }';

type Mistake = readonly [what: string, message: RegExp, text: string];

/** Mistakes that have no reading. Each text marks with `▶` the place that the message must name. */
export const unreadable: readonly Mistake[] = [
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

/** Mistakes that have one sensible reading. */
export const mistakes: readonly Mistake[] = [
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
    "a method with two letters swapped",
    /^`gte` is no field of a path item\. Did you mean `get`\?$/,
    `${head}paths:
  /a:
    ▶gte:
      ${ok}
`,
  ],
  [
    "an operation under a method that there is not",
    /^`query` is no method that OpenAPI 3\.1 knows\. Give the operation one of those, or begin the field with `x-`\.$/,
    `${head}paths:
  /a:
    ▶query:
      ${ok}
`,
  ],
  [
    "a request body in lower case",
    /^`requestbody` is no field of an operation\. Did you mean `requestBody`\?$/,
    `${head}paths:
  /a:
    post:
      ▶requestbody: { content: { application/json: {} } }
      ${ok}
`,
  ],
  [
    "parameters without their last letter",
    /^`parameter` is no field of an operation\. Did you mean `parameters`\?$/,
    `${head}paths:
  /a:
    get:
      ▶parameter: [{ name: page, in: query, schema: { type: integer } }]
      ${ok}
`,
  ],
  [
    "responses with a letter swapped and one missing",
    /^`respones` is no field of an operation\. Did you mean `responses`\?$/,
    `${head}paths:
  /a:
    get:
      ▶respones: { "204": { description: Done } }
`,
  ],
  [
    "components with nearly the right name",
    /^`schema` is no field of the components\. Did you mean `schemas`\?$/,
    `${head}paths: {}
components:
  ▶schema: { Pet: { type: object } }
`,
  ],
  [
    "properties with a letter missing",
    /^`propertis` is no field of a schema\. Did you mean `properties`\?$/,
    `${head}paths: {}
components:
  schemas:
    Pet:
      ▶propertis: { name: { type: string } }
`,
  ],
  [
    "a status with a digit too many",
    /^`2000` is no status of a response\. Write one such as 404, a range such as 4XX, or default\.$/,
    `${head}paths:
  /a:
    get:
      responses:
        ▶"2000": { description: Found }
`,
  ],
  [
    "a range of statuses that is none",
    /^`20x` is no status of a response\./,
    `${head}paths:
  /a:
    get:
      responses:
        ▶20x: { description: Found }
`,
  ],
  [
    "a response under a word",
    /^`success` is no status of a response\./,
    `${head}paths:
  /a:
    get:
      responses:
        ▶success: { description: Found, content: { application/json: { schema: { type: string } } } }
`,
  ],
  [
    "a fragment in a path",
    /^The path \/a#b has a fragment, which is never sent\. Remove the # and what follows it\.$/,
    `${head}paths:
  ▶/a#b:
    get:
      ${ok}
`,
  ],
  [
    "a query in a path",
    /^The path \/a\?b=c has a query\. Remove the \? and what follows it, and describe that as query parameters\.$/,
    `${head}paths:
  ▶/a?b=c:
    get:
      ${ok}
`,
  ],
  [
    "a path parameter under another name than in the path",
    /^The path \/pets\/\{id\} has `\{id\}` and no `\{ID\}`\. Give both one name\.$/,
    `${head}paths:
  /pets/{id}:
    get:
      parameters:
        - in: path
          name: ▶ID
          required: true
          schema: { type: string }
      ${ok}
`,
  ],
  [
    "a place of a parameter with two letters swapped, and says nothing of what follows from it",
    /^`in` is one of "query", "header", "path", "cookie", and this is "paht"\. Did you mean "path"\?$/,
    `${head}paths:
  /pets/{id}:
    get:
      parameters:
        - name: id
          in: ▶paht
          required: true
          schema: { type: string }
      ${ok}
`,
  ],
  [
    "a path parameter that is a list, and says nothing of what follows from it",
    /^Each item of `parameters` must be an object \(a parameter\), and this is a list\. Correct it, or remove it\.$/,
    `${head}paths:
  /pets/{id}:
    get:
      parameters:
        - ▶[id]
      ${ok}
`,
  ],
  [
    "a security scheme that is of no use, and says nothing of where it is asked for",
    /^The field `scheme` must be present in a security scheme\. Add it\.$/,
    `${head}paths: {}
security: [{ token: [] }]
components:
  securitySchemes:
    token: ▶{ type: http }
`,
  ],
  [
    "a $ref that has the name in another case",
    /^Nothing is at `#\/components\/schemas\/pet`\. Did you mean `#\/components\/schemas\/Pet`\? Correct the \$ref/,
    `${head}paths: {}
components:
  schemas:
    Pet: { type: object }
    Cat: ▶{ $ref: "#/components/schemas/pet" }
`,
  ],
  [
    "a $ref to a response where a schema belongs",
    /^`#\/components\/responses\/Pet` is a response, where a schema belongs\. Correct the \$ref\.$/,
    `${head}paths: {}
components:
  responses:
    Pet: { description: A pet }
  schemas:
    Pet: ▶{ $ref: "#/components/responses/Pet" }
`,
  ],
  [
    "a $ref to a schema where several belong",
    /^`#\/components\/schemas\/Pet` is a schema, where several schemas belong\. Correct the \$ref\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { type: object }
    Cat:
      properties: ▶{ $ref: "#/components/schemas/Pet" }
`,
  ],
  [
    "schemas that include each other",
    /^Through `#\/components\/schemas\/X` the schema is part of itself\. Take one of the circle out of its allOf, anyOf, oneOf or not\.$/,
    `${head}paths: {}
components:
  schemas:
    X: { allOf: [{ $ref: "#/components/schemas/Y" }] }
    Y: { type: object, allOf: [▶{ $ref: "#/components/schemas/X" }] }
`,
  ],
  [
    "schemas that include each other through a reference to one in their midst, and alternatives",
    /^Through `#\/components\/schemas\/Y\/oneOf\/0` the schema is part of itself\./,
    `${head}paths: {}
components:
  schemas:
    X: { anyOf: [{ type: string }, ▶{ $ref: "#/components/schemas/Y/oneOf/0" }] }
    Y: { oneOf: [{ $ref: "#/components/schemas/Z" }] }
    Z: { $ref: "#/components/schemas/X" }
`,
  ],
  [
    "a type with two letters swapped in a list of them",
    /^`type` is one of .*, and this is "strnig"\. Did you mean "string"\?$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { type: ["null", ▶strnig] }
`,
  ],
  [
    "a list of types in OpenAPI 3.0",
    /^A schema has one type in OpenAPI 3\.0, and this is a list\. Write `nullable: true`/,
    `openapi: 3.0.3
info: { title: Test, version: "1" }
paths: {}
components:
  schemas:
    Pet: { type: ▶[string, "null"] }
`,
  ],
  [
    "an enum that is no list",
    /^`enum` must be a list, and this is "a"\. Correct it, or remove it\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { enum: ▶a }
`,
  ],
  [
    "a property that says that it is required",
    /^`required` must be a list of texts, and this is true\. Correct it, or remove it\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { properties: { name: { type: string, required: ▶true } } }
`,
  ],
  [
    "items that are a list",
    /^`items` must be one schema, and this is a list\. Write the schemas of a tuple's items under `prefixItems`\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { type: array, items: ▶[{ type: string }, { type: integer }] }
`,
  ],
  [
    "examples of a schema that are an object",
    /^`examples` of a schema must be a list of values, and this is an object\. Write the values themselves, as in `examples: \[5, 7\]`\.$/,
    `${head}paths: {}
components:
  schemas:
    Pet: { type: integer, examples: ▶{ one: { value: 1 } } }
`,
  ],
  [
    "a schema in place of a media type's",
    /^`type` of a media type belongs under `schema`\. Write what the schema says there\.$/,
    `${head}paths:
  /a:
    get:
      responses:
        "200":
          description: Found
          content: { application/json: { ▶type: string } }
`,
  ],
  [
    "a schema of a response without a media type",
    /^`schema` of a response belongs under a media type\. Write it as in `content: /,
    `${head}paths:
  /a:
    get:
      responses:
        "200":
          description: Found
          ▶schema: { type: string }
`,
  ],
  [
    "a media type that is none",
    /^`json` is no media type\. Write one such as application\/json\.$/,
    `${head}paths:
  /a:
    get:
      responses:
        "200": { description: Found, content: { ▶json: { schema: { type: string } } } }
`,
  ],
  [
    "a name without quotes that is a number",
    /^`name` must be a text, and this is 404\. Put it in quotes\.$/,
    `${head}paths:
  /a:
    get:
      parameters: [{ name: ▶404, in: query, schema: { type: string } }]
      ${ok}
`,
  ],
  [
    "a flag in quotes",
    /^`deprecated` must be true or false, and this is "true"\. Write it without quotes\.$/,
    `${head}paths:
  /a:
    get:
      deprecated: ▶"true"
      ${ok}
`,
  ],
  [
    "a server variable without a default",
    /^The server variable `region` has no default\. Add one/,
    `${head}servers:
  - url: https://{region}.example
    variables:
      ▶region: { enum: [eu, us] }
paths: {}
`,
  ],
  [
    "a parameter whose name no header can have",
    /^No header can be called "X Page"\. Correct the name\.$/,
    `${head}paths:
  /pets:
    get:
      parameters:
        - { name: ▶X Page, in: header, schema: { type: string } }
      ${ok}
`,
  ],
  [
    "a key whose name no cookie can have",
    /^No cookie can be called ""\. Correct the name\.$/,
    `${head}paths:
  /pets:
    get:
      security: [{ key: [] }]
      ${ok}
components:
  securitySchemes:
    key: { type: apiKey, in: cookie, name: ▶"" }
`,
  ],
  [
    "a server's URL that is none",
    /^`https:\/\/pets example\/v1` is no URL\. Correct it\.$/,
    `${head}servers:
  - url: ▶https://pets example/v1
paths: {}
`,
  ],
  [
    "a server's URL that its variables make none of",
    /^`https:\/\/pets\.example:port`, with the defaults of its variables, is no URL\. Correct it\.$/,
    `${head}servers:
  - url: ▶https://pets.example:{port}
    variables:
      port: { default: port }
paths: {}
`,
  ],
  [
    "OpenAPI 3.0 without paths",
    /^The field `paths` must be present\. Add it, as `paths: \{\}` if the description is of schemas alone\.$/,
    '▶openapi: 3.0.3\ninfo: { title: Test, version: "1" }\n',
  ],
  [
    "a version that YAML takes for a number",
    /^This is no whole version of OpenAPI: write "3\.1\.0"\.$/,
    'openapi: ▶3.1\ninfo: { title: Test, version: "1" }\npaths: {}\n',
  ],
  [
    "a version of two numbers in quotes",
    /^This is no whole version of OpenAPI: write "3\.0\.3"\.$/,
    'info: { title: Test, version: "1" }\nopenapi: ▶"3.0"\npaths: {}\n',
  ],
];
