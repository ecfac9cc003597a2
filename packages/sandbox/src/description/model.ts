import type { Validate } from "../validation/validate.ts";

/**
 * What the sandbox knows of an OpenAPI document: references followed, 3.0 and 3.1 in one shape, so that
 * nothing behind this model has to ask which version or which spelling the document used.
 */
export interface Description {
  readonly title: string;
  readonly version: string;
  readonly operations: readonly Operation[];
  /** Path prefixes of the servers, such as `/v1`, without a slash at the end. */
  readonly basePaths: readonly string[];
  /** The error response that stands in where an operation documents none for a status. */
  readonly sharedError: DocumentedResponse | undefined;
}

export interface Operation {
  readonly id: string | undefined;
  /** In upper case. */
  readonly method: string;
  /** The path template, such as `/things/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** By status (`200`), range (`4XX`) or `default`. */
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
  /** Any one of these is enough; none at all: the operation is open to everybody. */
  readonly security: readonly SecurityRequirement[];
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Set when the value is a serialised document of its own (`content` in place of `schema`). */
  readonly mediaType: string | undefined;
  /** The types that the schema allows; empty when it allows every one. */
  readonly types: ReadonlySet<string>;
  readonly itemTypes: ReadonlySet<string>;
  readonly propertyTypes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly example: unknown;
  readonly validate: Validate;
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: Content;
}

/** Media types or ranges of them, in lower case, in the order of the document. */
export type Content = ReadonlyMap<string, MediaType>;

export interface MediaType {
  /** By name, in the order of the document; the unnamed one has the empty name. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** The name of the component that the schema refers to. */
  readonly schemaName: string | undefined;
  readonly validate: Validate;
  /** A value made from the examples and defaults of the schema. */
  readonly sample: () => unknown;
}

export interface DocumentedResponse {
  readonly content: Content;
  /** The headers that the document describes, in lower case. */
  readonly headerNames: readonly string[];
  /** The examples that the document gives of them. */
  readonly headers: ReadonlyMap<string, string>;
}

/** All of these together. */
export type SecurityRequirement = readonly SecurityScheme[];

export type SecurityScheme =
  | { readonly kind: "bearer" }
  | { readonly kind: "basic" }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  /** A scheme whose credentials a request does not show, such as mutual TLS. */
  | { readonly kind: "unseen" };
