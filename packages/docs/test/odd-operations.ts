/** Hostile text: nothing of it may become more than text, wherever it stands. */
export const hostile = `</script><script>window.attacked = "script"</script><img src="x" onerror="window.attacked = 'image'">`;

const deprecation = { deprecated: true, "x-deprecated-since": "2026-11-30", "x-sunset": "2027-06-30" };

/** Operations that have next to nothing in common with the described API: every kind of input, and texts of an attacker. */
export const oddOperations = {
  openapi: "3.1.0",
  info: { title: `Odd things ${hostile}`, version: "1" },
  servers: [{ url: "https://odd.example/v1" }],
  security: [{ keyHeader: [], basicAuth: [] }],
  paths: {
    "/things/{thing_id}/parts": {
      post: {
        operationId: "addPart",
        summary: `Add a part ${hostile}`,
        description: hostile,
        parameters: [
          {
            name: "thing_id",
            in: "path",
            required: true,
            description: hostile,
            schema: { type: "integer" },
            example: 7,
          },
          { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } },
          { name: "dry-run", in: "query", ...deprecation, schema: { type: "boolean", default: true } },
          { name: "X-Trace", in: "header", required: true, schema: { type: "string" } },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["size", "owner", "state"],
                additionalProperties: false,
                properties: {
                  size: { type: ["number", "null"], description: "In metres." },
                  state: { enum: ["new", 2, null, false, hostile] },
                  owner: {
                    type: "object",
                    required: ["email"],
                    properties: {
                      email: { type: "string", format: "email" },
                      since: { type: "integer", ...deprecation },
                    },
                  },
                  children: { type: "array", items: { $ref: "#/components/schemas/Node" } },
                  labels: { type: "object", additionalProperties: { type: "string" } },
                  anything: {},
                  "odd name ]<b>": { type: "string", description: hostile },
                  __proto__ok: { type: "string" },
                  shape: {
                    oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }],
                  },
                  created: { type: "string", readOnly: true },
                },
              },
            },
          },
        },
        responses: {
          "201": {
            description: "Added",
            content: { "application/json": { example: { added: true, text: hostile } } },
          },
          "409": { description: hostile },
        },
      },
    },
    "/search": {
      get: {
        operationId: "search",
        security: [{ keyQuery: [] }],
        parameters: [
          {
            name: "filter",
            in: "query",
            style: "deepObject",
            explode: true,
            schema: { type: "object", properties: { from: { type: "integer" } } },
          },
        ],
        responses: { "200": { description: "Found", content: { "application/json": { example: [] } } } },
      },
    },
    "/files/{name}": {
      put: {
        operationId: "upload",
        security: [],
        parameters: [{ name: "name", in: "path", required: true, schema: { type: "string" } }],
        requestBody: {
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        },
        responses: { "204": { description: "Stored" } },
      },
    },
    "/forms": {
      post: {
        operationId: "sendForm",
        security: [],
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                required: ["note"],
                properties: { note: { type: "string" }, picture: { type: "string", format: "binary" } },
              },
            },
          },
        },
        responses: {
          "200": { description: "Read", content: { "application/json": { example: { read: true } } } },
        },
      },
    },
    "/note": {
      put: {
        summary: "Replace the note",
        security: [],
        requestBody: {
          required: true,
          content: { "text/plain": { schema: { type: "string" }, example: "Two\nlines" } },
        },
        responses: { "204": { description: "Replaced" } },
      },
    },
  },
  components: {
    securitySchemes: {
      keyHeader: { type: "apiKey", in: "header", name: "X-Key", description: hostile },
      keyQuery: { type: "apiKey", in: "query", name: "key" },
      basicAuth: { type: "http", scheme: "basic" },
    },
    schemas: {
      Node: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string" },
          children: { type: "array", items: { $ref: "#/components/schemas/Node" } },
        },
      },
      Base: { type: "object", required: ["unit"], properties: { unit: { enum: ["mm", "m"] } } },
      Circle: {
        title: `Circle ${hostile}`,
        allOf: [
          { $ref: "#/components/schemas/Base" },
          {
            type: "object",
            required: ["radius"],
            properties: { kind: { const: "circle" }, radius: { type: "number" } },
          },
        ],
      },
      Square: {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          {
            type: "object",
            required: ["side"],
            properties: { kind: { const: "square" }, side: { type: "number" } },
          },
        ],
      },
    },
  },
};
