import type { HeadersOptions } from "openapi-fetch";
import type { ApiError, ApiErrorDetails } from "./errors/api-error.ts";
import type { Security, SecurityScheme } from "./security/scheme.ts";

/** What the run time needs to know of an API. It is generated; the run time itself knows no endpoint. */
export interface Description {
  /** Base URLs, of which the first is the default. */
  readonly servers: readonly string[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** What each operation requires that states nothing of its own. */
  readonly security: Security;
  /** By the name of the client's method. */
  readonly operations: Readonly<Record<string, OperationEntry>>;
  /** How bodies are made of values where that is not JSON, by media type. */
  readonly bodies?: Readonly<Record<string, (body: unknown) => unknown>>;
  /** How cookie parameters become a header, if an operation has some. */
  readonly cookies?: (cookies?: Readonly<Record<string, unknown>>) => HeadersOptions;
  /** By status. */
  readonly errors: Readonly<Record<number, new (details: ApiErrorDetails) => ApiError>>;
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
  /** The body is the input's property `body`, rather than what the parameters leave of the input. */
  readonly grouped?: boolean;
  /** The body may be left out. */
  readonly optional?: boolean;
  /** The query parameters, where there is a body too. Where there is none, they are what is left of the input. */
  readonly query?: readonly string[];
  readonly cookies?: readonly string[];
  /** Headers that are sent unless the caller says otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How a successful response is read, where that is not as JSON. */
  readonly response?: "none" | "text" | "blob";
  /** Where it differs from the description's. */
  readonly security?: Security;
  /** Where it differs from the description's. */
  readonly server?: string;
}
