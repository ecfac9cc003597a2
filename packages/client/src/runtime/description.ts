import type { ApiError } from "./errors/api-error.ts";

/** What the run time needs to know of an API. Generated; the run time itself knows no endpoint. */
export interface Description {
  /** Base URLs, of which the first is the default. */
  readonly servers: readonly string[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** What each operation requires that states nothing of its own. */
  readonly security: Security;
  /** By the name of the client's method. */
  readonly operations: Readonly<Record<string, OperationEntry>>;
  /** By status. */
  readonly errors: Readonly<Record<number, ApiErrorClass>>;
  /** The property of an error's body that identifies the request. */
  readonly requestId?: string;
  readonly userAgent: string;
}

export interface OperationEntry {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** The media type of the request's body; none when it has no body. */
  readonly body?: string;
  /** The body is the input's property `body`, rather than all that is left of the input. */
  readonly grouped?: boolean;
  /** The body may be left out. */
  readonly optional?: boolean;
  /** The query parameters, where the input has a body too. Without a body, all that is left of the input is the query. */
  readonly query?: readonly string[];
  readonly cookies?: readonly string[];
  /** Headers that are sent unless the caller says otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How a successful response is read, if not as JSON. */
  readonly response?: ResponseKind;
  /** Where it differs from the description's. */
  readonly security?: Security;
  /** Where it differs from the client's. */
  readonly server?: string;
}

export type ResponseKind = "none" | "text" | "blob";

export interface SecurityScheme {
  /** The client's option that holds the credential. */
  readonly option: string;
  readonly kind: string;
  /** The name of an API key's header, query parameter or cookie. */
  readonly parameter?: string;
}

/** Alternatives, each a list of schemes to satisfy together. */
export type Security = readonly (readonly string[])[];

export type ApiErrorClass = new (details: ApiErrorDetails) => ApiError;
export type ApiErrorDetails = ConstructorParameters<typeof ApiError>[0];
