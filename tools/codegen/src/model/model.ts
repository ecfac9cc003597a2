import type { BodyKind, Deprecation, Method, Notice } from "@visitors-api/openapi";

/**
 * What the emitters print, as plain data. What OpenAPI lets one say in several ways has been brought to one form here:
 * references are resolved where a decision hangs on them, names are made, and the parameters of a path are part of its
 * operations.
 */
export interface Model {
  readonly title: string;
  readonly version: string;
  /** The first is the client's default. */
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** What each operation requires that states nothing of its own. */
  readonly security: Security;
  readonly operations: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  /** One for each status that some operation documents as an error, in ascending order. */
  readonly errors: readonly DocumentedError[];
  /** The property of an error's body, or the header of a response, that identifies the request, if there is one. */
  readonly requestId: string | undefined;
  /** What is named or read otherwise than the description has it, for the maintainer to know. */
  readonly notices: readonly Notice[];
}

export interface Server {
  /** Variables are replaced by their defaults. */
  readonly url: string;
  readonly description: string;
}

export interface SecurityScheme {
  /** Its key in the components. */
  readonly name: string;
  /** The property of the client's options that holds the credential. */
  readonly option: string;
  /** How the credential is sent: as an `Authorization` header, or as an API key in one of three places. */
  readonly kind: "bearer" | "basic" | "header" | "query" | "cookie";
  /** The name of the header, query parameter or cookie of an API key. */
  readonly parameter: string | undefined;
  readonly description: string;
}

/** Alternatives, each a list of schemes to satisfy together. None, or an empty one, lets a call through without. */
export type Security = readonly (readonly string[])[];

export interface Operation extends Deprecation {
  /** The key in `operations` of the types. */
  readonly id: string;
  /** The client's method. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  /** Where it is written. */
  readonly pointer: string;
  readonly summary: string;
  readonly description: string;
  readonly input: Input;
  readonly headers: HeaderParameters | undefined;
  /** The bodies of a successful response. */
  readonly output: readonly Type[];
  /** How the client reads them. */
  readonly response: ResponseKind | readonly ResponseKind[];
  readonly errors: readonly OperationError[];
  /** Undefined where the model's own applies. */
  readonly security: Security | undefined;
  /** Undefined where the client's base URL applies. */
  readonly server: string | undefined;
}

/** How a body is read. JSON may be missing where some success has no content. */
export type ResponseKind = "json" | "json-or-none" | "text" | "blob" | "stream" | "none";

/** The text of a TypeScript type, and the alias in it that a file must import. */
export interface Type {
  readonly text: string;
  readonly alias?: string;
}

/** The one object that a method takes. */
export interface Input {
  readonly optional: boolean;
  /** Path, query and cookie parameters and, unless it is grouped, the body: the input is their intersection. */
  readonly types: readonly Type[];
  /** Whether there are query parameters, hidden ones included: openapi-fetch's methods take those too. */
  readonly hasQuery: boolean;
  /** The query parameters that must be told apart from the properties of the body. */
  readonly query: readonly string[];
  readonly cookies: readonly string[];
  /** The parameters that cannot be given, for something else in the input has their name. */
  readonly hidden: readonly { readonly place: string; readonly name: string }[];
  readonly body: Body | undefined;
  /** The bodies that a call can choose in its place, each with the types of the whole input that has it. */
  readonly choices: readonly (Body & { readonly types: readonly Type[] })[];
  /** Undefined where every parameter is written in the usual way. */
  readonly styles: Styles | undefined;
  /** A whole input made of the description's examples, where there are some. */
  readonly example: Readonly<Record<string, unknown>> | undefined;
}

/** How parameters are written, by their places and names. */
export type Styles = Readonly<Record<string, Readonly<Record<string, StyleTuple>>>>;

/** As the run time takes it: a style of OpenAPI 3.1 § 4.8.12.2, or `json`. */
export type StyleTuple = readonly [style: string, explode?: boolean, allowReserved?: boolean];

export interface Body {
  /** A media type, or a range of them. */
  readonly mediaType: string;
  /** How it is written. */
  readonly kind: BodyKind;
  readonly required: boolean;
  /** Why the input holds the body as `body`; undefined where the body's properties are the input's own. */
  readonly grouped: Grouping | undefined;
  /** How the fields of a form are written that are not in the usual way: their styles, or their media types. */
  readonly encoding: Readonly<Record<string, StyleTuple | string>> | undefined;
}

/** A body that may be no object, one with a property that is named as a parameter is, or one whose properties may have any name. */
export type Grouping =
  | { readonly why: "no-object" | "any-name" }
  | { readonly why: "same-name"; readonly name: string };

export interface HeaderParameters {
  readonly type: Type;
  /** The one that holds the key of a call, by which the API knows its attempts for one. */
  readonly idempotencyKey: string | undefined;
  /** Some header is required and has no default. */
  readonly required: boolean;
  /** Sent unless the caller says otherwise, so that an answer is as the types say. */
  readonly defaults: Readonly<Record<string, string>>;
}

export interface OperationError {
  /** `404`, `4XX` or `default`. */
  readonly status: string;
  readonly class: string;
  readonly description: string;
  readonly body: readonly Type[];
}

export interface DocumentedError {
  readonly status: number;
  readonly class: string;
  /** The status's reason phrase. */
  readonly reason: string;
  /** The bodies it has in any operation. */
  readonly body: readonly Type[];
}

/** A component schema under the name that it is exported by. */
export interface NamedSchema extends Deprecation {
  /** Some property is not the same in requests and responses; the exported type is the one of responses. */
  readonly directed: boolean;
  readonly component: string;
  readonly name: string;
  readonly description: string;
  /** The exported types that it is one of, where it is nothing else. */
  readonly alternatives: readonly string[];
  /** It is among the alternatives of another. */
  readonly isAlternative: boolean;
}
