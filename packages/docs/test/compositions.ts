/** What OpenAPI 3.0 has to compose a description of, once each. */
export const openapi30 = {
  openapi: "3.0.3",
  info: {
    title: "Zoo",
    version: "1",
    termsOfService: "https://zoo.example/terms",
    contact: { name: "Keeper", url: "https://zoo.example/", email: "keeper@zoo.example" },
    license: { name: "Zoo License", url: "https://zoo.example/license" },
  },
  servers: [
    {
      url: "https://{city}.zoo.example",
      description: "By city",
      variables: { city: { default: "delft", enum: ["delft", "oslo"], description: "Where the zoo is." } },
    },
  ],
  tags: [
    {
      name: "Animals",
      description: "All of them.",
      externalDocs: { url: "https://zoo.example/animals", description: "More on animals" },
    },
  ],
  security: [{ key: [] }, { oauth: ["read"], basic: [] }],
  paths: {
    "/animals/{id}": {
      summary: "One animal",
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          description: "Which one.",
          schema: { type: "integer", format: "int64" },
        },
      ],
      post: {
        operationId: "feed",
        summary: "Feed an animal",
        tags: ["Animals", "Food"],
        deprecated: true,
        parameters: [
          {
            name: "filter",
            in: "query",
            deprecated: true,
            style: "deepObject",
            explode: true,
            schema: {
              type: "object",
              properties: { colour: { type: "string", description: "Of its fur." } },
            },
          },
          {
            name: "session",
            in: "cookie",
            content: { "application/json": { schema: { type: "object" }, example: { night: true } } },
          },
        ],
        requestBody: {
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/Animal" } },
            "multipart/form-data": {
              schema: { type: "object", properties: { photo: { type: "string", format: "binary" } } },
              encoding: {
                photo: { contentType: "image/png", headers: { "X-Lens": { schema: { type: "string" } } } },
              },
            },
          },
        },
        responses: {
          200: {
            description: "Fed, and **happy**",
            headers: { "X-Meals": { description: "How many today.", schema: { type: "integer" } } },
            content: {
              "text/plain": { example: "Burp", schema: { type: "string" } },
              "application/json": {
                schema: {
                  type: "array",
                  uniqueItems: true,
                  minItems: 1,
                  items: { $ref: "#/components/schemas/Animal" },
                },
                examples: {
                  elsewhere: { summary: "In a file", externalValue: "https://zoo.example/fed.json" },
                  beside: { summary: "Beside it", externalValue: "examples/fed.json" },
                  attached: { description: "In *no* file.", externalValue: "data:text/html,fed" },
                },
              },
            },
            links: {
              again: {
                operationId: "feed",
                parameters: { id: "$response.body#/id" },
                description: "Feed it again.",
              },
            },
          },
          "4XX": { $ref: "#/components/responses/Bitten" },
        },
        callbacks: {
          onDigested: {
            "{$request.body#/callback}": {
              post: {
                requestBody: {
                  content: {
                    "application/json": {
                      schema: { type: "object", properties: { digested_at: { type: "string" } } },
                    },
                  },
                },
                responses: { 204: { description: "Noted" } },
              },
            },
          },
        },
      },
    },
    "/health": {
      summary: "Whether it is open.",
      description: "For whoever looks after it.",
      get: { security: [], responses: { 200: { description: "Open" } } },
    },
  },
  components: {
    responses: { Bitten: { description: "It bit" } },
    securitySchemes: {
      key: { type: "apiKey", in: "query", name: "zoo_key" },
      basic: { type: "http", scheme: "basic" },
      oauth: {
        type: "oauth2",
        flows: {
          clientCredentials: { tokenUrl: "https://zoo.example/token", scopes: { read: "Look at animals" } },
        },
      },
      openid: { type: "openIdConnect", openIdConnectUrl: "https://zoo.example/openid" },
    },
    schemas: {
      Animal: {
        description: "Whatever breathes.",
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Fish" }],
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
      },
      Cat: {
        allOf: [
          { $ref: "#/components/schemas/Being" },
          {
            type: "object",
            required: ["claws"],
            additionalProperties: false,
            properties: {
              claws: { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 20, multipleOf: 2 },
              friends: { type: "array", maxItems: 3, items: { $ref: "#/components/schemas/Cat" } },
              chip: {
                type: "string",
                nullable: true,
                readOnly: true,
                pattern: "^[a-z]+$",
                minLength: 2,
                maxLength: 9,
              },
              secret: { type: "string", writeOnly: true, format: "password" },
              prey: { anyOf: [{ type: "string" }, { type: "integer" }] },
              mood: { not: { enum: ["angry"] } },
              owner: {
                nullable: true,
                allOf: [{ $ref: "#/components/schemas/Being" }],
                description: "Who feeds it.",
              },
            },
          },
        ],
      },
      Fish: {
        title: "A fish",
        type: "object",
        maxProperties: 5,
        properties: { scales: { type: "number", format: "double", default: 1.5, deprecated: true } },
        additionalProperties: { type: "string", description: "Whatever a diver noted." },
      },
      Being: { type: "object", properties: { kind: { type: "string", description: "What it is." } } },
    },
  },
};

/** What OpenAPI 3.1 adds, once each. */
export const openapi31 = {
  openapi: "3.1.0",
  info: { title: "Garden" },
  webhooks: {
    grown: {
      post: {
        summary: "Something has grown",
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Plant" } } } },
      },
    },
  },
  components: {
    schemas: {
      Plant: {
        type: ["object", "null"],
        required: ["leaves", "roots"],
        properties: {
          leaves: { type: ["integer", "string"], examples: [3, "many"] },
          family: { const: "rose" },
          parent: { description: "Whom it came from.", $ref: "#/components/schemas/Plant" },
          seed: { anyOf: [{ $ref: "#/components/schemas/Seed" }, { type: "null" }] },
          place: {
            type: "array",
            prefixItems: [
              { type: "number", description: "East." },
              { type: "number", description: "North." },
            ],
          },
          rows: { type: "array", contains: { type: "string", pattern: "^row" }, minContains: 2 },
          nothing: false,
          anything: true,
          empty: { type: "null" },
          note: { type: "string", contentMediaType: "text/html", contentEncoding: "base64" },
        },
        patternProperties: { "^x-": { type: "boolean", description: "An extension." } },
        propertyNames: { maxLength: 30 },
        unevaluatedProperties: { type: "number", description: "Anything measured." },
        dependentRequired: { leaves: ["family"] },
        dependentSchemas: { seed: { properties: { sown_at: { type: "integer", description: "When." } } } },
        if: { properties: { family: { const: "rose" } } },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword
        then: { properties: { thorns: { type: "integer", description: "How many." } } },
        else: { properties: { soft: { type: "boolean", description: "To the touch." } } },
      },
      Seed: {
        type: "object",
        description: "What it grows from.",
        properties: { weight: { type: "number" } },
      },
    },
  },
};
