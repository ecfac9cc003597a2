import type { ObjectName } from "./object-name.ts";
import type { ObjectType } from "./object-type.ts";
import { schemaFields } from "./schema.ts";
import {
  among,
  anything,
  boolean,
  informal,
  list,
  map,
  one,
  type Shape,
  string,
  strings,
  text,
  value,
} from "./shape.ts";

const styles = among("form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject");

/** § 4.8.12 and § 4.8.21: what parameters and headers have in common. */
const described = {
  description: text,
  required: boolean,
  deprecated: boolean,
  allowEmptyValue: boolean,
  style: styles,
  explode: boolean,
  allowReserved: boolean,
  schema: one("Schema"),
  content: map("MediaType"),
  example: value,
  examples: map("Example"),
};

/** OpenAPI 3.1 § 4.8. Extensions, and what nobody reads, may be anything. */
export const objects: Readonly<Record<ObjectName, ObjectType>> = {
  OpenAPI: {
    called: "a description",
    many: "descriptions",
    fields: {
      openapi: anything,
      info: informal(one("Info")),
      jsonSchemaDialect: text,
      servers: list("Server"),
      paths: one("Paths"),
      webhooks: map("PathItem"),
      components: one("Components"),
      security: list("SecurityRequirement"),
      tags: informal(list("Tag")),
      externalDocs: anything,
    },
  },
  Info: {
    called: "the description's info",
    many: "infos",
    fields: {
      title: text,
      summary: text,
      description: text,
      termsOfService: text,
      contact: anything,
      license: anything,
      version: text,
    },
  },
  Server: {
    called: "a server",
    many: "servers",
    fields: { url: string, description: text, variables: map("ServerVariable") },
    required: () => ["url"],
  },
  ServerVariable: {
    called: "a server variable",
    many: "server variables",
    fields: { enum: strings, default: string, description: text },
  },
  Components: {
    called: "the components",
    many: "components",
    fields: {
      schemas: map("Schema"),
      responses: map("Response"),
      parameters: map("Parameter"),
      examples: map("Example"),
      requestBodies: map("RequestBody"),
      headers: map("Header"),
      securitySchemes: map("SecurityScheme"),
      links: map("Link"),
      callbacks: map("Callback"),
      pathItems: map("PathItem"),
    },
  },
  Paths: { called: "the paths", many: "paths", fields: {}, others: one("PathItem") },
  PathItem: {
    called: "a path item",
    many: "path items",
    component: "pathItems",
    fields: {
      $ref: anything,
      summary: text,
      description: text,
      get: one("Operation"),
      put: one("Operation"),
      post: one("Operation"),
      delete: one("Operation"),
      options: one("Operation"),
      head: one("Operation"),
      patch: one("Operation"),
      trace: one("Operation"),
      servers: list("Server"),
      parameters: list("Parameter"),
    },
  },
  Operation: {
    called: "an operation",
    many: "operations",
    fields: {
      tags: informal(strings),
      summary: text,
      description: text,
      externalDocs: anything,
      operationId: string,
      parameters: list("Parameter"),
      requestBody: one("RequestBody"),
      responses: one("Responses"),
      callbacks: map("Callback"),
      deprecated: boolean,
      security: list("SecurityRequirement"),
      servers: list("Server"),
    },
  },
  Parameter: {
    called: "a parameter",
    many: "parameters",
    component: "parameters",
    fields: { name: string, in: among("query", "header", "path", "cookie"), ...described },
    required: () => ["name", "in"],
  },
  RequestBody: {
    called: "a request body",
    many: "request bodies",
    component: "requestBodies",
    fields: { description: text, content: map("MediaType"), required: boolean },
    required: () => ["content"],
  },
  MediaType: {
    called: "a media type",
    many: "media types",
    fields: {
      schema: one("Schema"),
      example: value,
      examples: map("Example"),
      encoding: map("Encoding"),
    },
  },
  Encoding: {
    called: "an encoding",
    many: "encodings",
    fields: {
      contentType: string,
      headers: map("Header"),
      style: styles,
      explode: boolean,
      allowReserved: boolean,
    },
  },
  Responses: { called: "the responses", many: "responses", fields: {}, others: one("Response") },
  Response: {
    called: "a response",
    many: "responses",
    component: "responses",
    fields: { description: text, headers: map("Header"), content: map("MediaType"), links: map("Link") },
  },
  Callback: {
    called: "a callback",
    many: "callbacks",
    component: "callbacks",
    fields: {},
    others: one("PathItem"),
  },
  Example: {
    called: "an example",
    many: "examples",
    component: "examples",
    fields: { summary: text, description: text, value, externalValue: text },
  },
  Link: {
    called: "a link",
    many: "links",
    component: "links",
    fields: {
      operationRef: text,
      operationId: text,
      parameters: anything,
      requestBody: anything,
      description: text,
      server: informal(one("Server")),
    },
  },
  Header: { called: "a header", many: "headers", component: "headers", fields: described },
  Tag: {
    called: "a tag",
    many: "tags",
    fields: { name: text, description: text, externalDocs: anything },
  },
  Schema: { called: "a schema", many: "schemas", component: "schemas", fields: schemaFields },
  Discriminator: {
    called: "a discriminator",
    many: "discriminators",
    fields: { propertyName: string, mapping: map("string") },
    required: () => ["propertyName"],
  },
  SecurityScheme: {
    called: "a security scheme",
    many: "security schemes",
    component: "securitySchemes",
    fields: {
      type: among("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"),
      description: text,
      name: string,
      in: among("query", "header", "cookie"),
      scheme: string,
      bearerFormat: text,
      flows: anything,
      openIdConnectUrl: text,
    },
    required: ({ type }) => (type === "apiKey" ? ["name", "in"] : type === "http" ? ["scheme"] : ["type"]),
  },
  SecurityRequirement: {
    called: "a security requirement",
    many: "security requirements",
    fields: {},
    others: informal(strings),
  },
};

/**
 * What may stand under a key of such an object; undefined for an extension, and for what the specification does not
 * know.
 */
export function shapeOf(name: ObjectName, key: string): Shape | undefined {
  const { fields, others } = objects[name];
  if (Object.hasOwn(fields, key)) return fields[key];
  return key.startsWith("x-") ? undefined : others;
}
