import type { HeadersOptions, PathSerializer, QuerySerializer, QuerySerializerOptions } from "openapi-fetch";
import type { ApiError, ApiErrorDetails } from "./errors/api-error.ts";
import type { HeaderRecord } from "./headers.ts";
import type { Security, SecurityScheme } from "./security/scheme.ts";

/**
 * What the run time needs to know of an API. It is generated; the run time itself knows no endpoint. Its functions are
 * parts of the run time that not every API needs, so that a client has only those that its own does.
 */
export interface Description {
  /** The base URL that is used unless the client's options give another; undefined where they must. */
  readonly baseUrl?: string;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** What each operation requires that states nothing of its own. */
  readonly security: Security;
  /** By the name of the client's method. */
  readonly operations: Readonly<Record<string, OperationEntry>>;
  /** Sorts a flat input into the parts of a request, where not all of it is the body. */
  readonly split?: (entry: OperationEntry, input: Values, choice?: BodyChoice) => RequestParts;
  /** How a URL with parameters is written, where there are any. */
  readonly writeUrl?: (url: string, init: CallInit) => string;
  /** What has a say in how requests are made, if anything has. */
  readonly prepare?: Step;
  /** By status. */
  readonly errors: Readonly<Record<number, new (details: ApiErrorDetails, what: string) => ApiError>>;
  /** The property of a body, or the header of a response, that identifies the request. Default: `x-request-id`. */
  readonly requestId?: string;
  /** The product that a request says it comes from. */
  readonly agent: string;
}

/** Checks the parts of a request, or says what they are to be made with. */
export type Step = (entry: OperationEntry, init: CallInit) => StepResult | undefined;

export interface StepResult {
  /** Headers in whose place those come that the client and the caller give. */
  readonly firstHeaders?: HeadersOptions;
  /** Headers that take the place of those that the caller gave. */
  readonly lastHeaders?: HeadersOptions;
  readonly querySerializer?: (query: Record<string, unknown>) => string;
  readonly pathSerializer?: (path: string, values: Record<string, unknown>) => string;
  readonly bodySerializer?: (body: unknown) => unknown;
  /** Fetch § 5.4: for a body that is a stream. */
  readonly duplex?: "half";
  /** How a response is read that may be of several kinds. */
  readonly readAs?: (response: Response) => ResponseKind;
}

export type Values = Readonly<Record<string, unknown>>;

/** Parts of a request, as openapi-fetch takes them. */
export interface RequestParts {
  readonly params?: Readonly<Record<string, Values>>;
  readonly body?: unknown;
}

/** What a call says of the media type of its body. */
export interface BodyChoice {
  readonly contentType?: string | undefined;
  readonly headers?: HeadersOptions | undefined;
}

/** What a step may have to know of a call. */
export interface CallInit extends RequestParts, BodyChoice {
  readonly bodySerializer?: (body: unknown, headers: HeaderRecord) => unknown;
  readonly querySerializer?: QuerySerializer<unknown> | QuerySerializerOptions;
  readonly pathSerializer?: PathSerializer;
  readonly parseAs?: string;
  readonly idempotencyKey?: true | string | undefined;
}

export interface OperationEntry extends BodyEntry {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** The media type of the request's body, or a range of them such as `image/*`; none when it has no body. */
  readonly body?: string;
  /** The others that a call can choose, by their media types and ranges. */
  readonly bodies?: Readonly<Record<string, BodyEntry>>;
  /** The body may be left out. */
  readonly optional?: boolean;
  /** The query parameters, where there is a body too. Where there is none, they are what is left of the input. */
  readonly query?: readonly string[];
  readonly cookies?: readonly string[];
  /** How parameters are written, where that is not in the usual way. */
  readonly styles?: Readonly<
    Partial<Record<"path" | "query" | "header" | "cookie", Readonly<Record<string, ParameterStyle>>>>
  >;
  /** The header parameter that holds the key of a call. */
  readonly idempotencyKey?: string;
  /** Headers that are sent unless the caller says otherwise. Their names are in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * How a successful response is read, where that is not as JSON. Of several kinds it is the one that the response's
   * `Content-Type` says, or the first where that says none of them.
   */
  readonly response?: ResponseKind | readonly ResponseKind[];
  /** Where it differs from the description's. */
  readonly security?: Security;
  /** Where it differs from the description's. */
  readonly server?: string;
  /** The description says that it is not to be used any more. */
  readonly deprecated?: boolean;
  /** The day on which that began, as in `2026-11-30`. */
  readonly deprecatedSince?: string;
  /** The day from which on it may be gone. */
  readonly sunset?: string;
}

/** How a response is read. Of some success that is JSON, and of another that has no content, it is `json-or-none`. */
export type ResponseKind = "json" | "json-or-none" | "text" | "blob" | "stream" | "none";

/** How a body is written. */
export interface BodyEntry {
  /** The body is the input's property `body`, rather than what the parameters leave of the input. */
  readonly grouped?: boolean | undefined;
  /** How fields of a form are written, where that is not in the usual way (OpenAPI 3.1.1 § 4.8.15). */
  readonly encoding?: Readonly<Record<string, FieldEncoding>> | undefined;
}

/** A field's style, or its `contentType`: media types, and ranges of them, with commas between. */
export type FieldEncoding = ParameterStyle | string;

/** A style of OpenAPI 3.1.1 § 4.8.12.3, or `json` for a parameter that has `content`. */
export type ParameterStyle = readonly [style: string, explode?: boolean, allowReserved?: boolean];
