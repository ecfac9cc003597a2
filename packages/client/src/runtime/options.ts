import type { HeadersOptions } from "openapi-fetch";
import type { Attempt } from "./attempt.ts";

/**
 * A secret, or a function that gives one; the function is asked before each attempt that needs it. One that gives undefined
 * is as good as none.
 */
export type Credential = string | (() => Given<string>);

/** A user name and its password, or a function that gives them, as that of a secret. */
export type BasicCredential = UserPassword | (() => Given<UserPassword>);

type Given<T> = T | undefined | Promise<T | undefined>;

export interface UserPassword {
  readonly username: string;
  readonly password: string;
}

/** Which failures are followed by another attempt, how many of them, and how soon. */
export interface RetryOptions {
  /** How often a failed attempt is followed by another; `false` is 0. Default: 2. */
  readonly limit?: number | false | undefined;
  /** The statuses that are tried again. Default: 408, 429, 500, 502, 503 and 504. */
  readonly statuses?: readonly number[] | undefined;
  /**
   * The methods that are tried again, in upper case. Default: all that are idempotent (RFC 9110 § 9.2.2), which POST and PATCH
   * are not. Add them where the API takes an idempotency key.
   */
  readonly methods?: readonly string[] | undefined;
  /** No wait that a server asks for is longer, but for its jitter; in milliseconds. Default: 60 000. */
  readonly maxWait?: number | undefined;
}

/** What the platform's `fetch` takes beside what the client gives it. */
export type FetchOptions = Omit<RequestInit, "body" | "headers" | "method" | "signal"> & {
  /** Node's own, which the types of the DOM do not have. */
  readonly dispatcher?: unknown;
};

/** What can be set for a client, and otherwise for one call. */
export interface RequestOptions {
  /**
   * How often a failed attempt is followed by another; `false` is 0. Default: 2. Of an object, a property that a call leaves out is
   * the client's.
   *
   * Tried again are network errors, timeouts and the statuses 408, 429, 500, 502, 503 and 504, where the method is
   * idempotent (RFC 9110 § 9.2.2), and a 429 with `Retry-After` whatever the method is.
   */
  readonly retries?: number | false | RetryOptions | undefined;
  /**
   * How long one attempt may take, from its start to the last byte of the response, in milliseconds; `false` is without a limit.
   * Of a response that is given as a stream it is the time until the headers. Default: 30 000.
   */
  readonly timeout?: number | false | undefined;
  /** Given to `fetch` with each request: `keepalive`, `cache`, Node's `dispatcher` and so on. A call's are added to the client's. */
  readonly fetchOptions?: FetchOptions | undefined;
  /**
   * Is told of each attempt when it has ended. What it throws, or rejects with, changes nothing.
   */
  readonly onAttempt?: ((attempt: Attempt) => unknown) | undefined;
}

/** The options that a client has whatever API it is for. */
export interface BaseClientOptions extends RequestOptions {
  /** Where the API is: an absolute http or https URL. */
  readonly baseUrl?: string | URL | undefined;
  /** Sent with every request. They replace the description's defaults; `null` removes one. */
  readonly headers?: HeadersOptions | undefined;
  /** Used in place of the platform's `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Lets credentials go over plain http to another machine. Default: false. */
  readonly allowInsecure?: boolean | undefined;
}

/** The second argument of each method. */
export type CallOptions<HeaderParameters = unknown, Required = false> = RequestOptions & {
  /** Ends the whole call: the attempt under way, or the wait for the next. */
  readonly signal?: AbortSignal | undefined;
} & (Required extends true
    ? { /** Sent with this request. */ readonly headers: HeaderParameters & ExtraHeaders }
    : {
        /** Sent with this request. They replace the client's; `null` removes one. */
        readonly headers?:
          | (Nullable<HeaderParameters> & ExtraHeaders)
          | Headers
          | (readonly [name: string, value: string])[]
          | undefined;
      });

/** The option of an operation that has a header parameter `Idempotency-Key`. */
export interface IdempotencyKey {
  /**
   * Sent with each attempt of the call, so that the API acts on one of them only; `true` is a key that is made for the call. With one,
   * `retries: { methods: ["POST"] }` is safe.
   */
  readonly idempotencyKey?: true | string | undefined;
}

/**
 * The option that chooses among the media types that a description offers for the body of a request. One that undefined is
 * among need not be given.
 */
export type ContentType<MediaType extends string | undefined> = undefined extends MediaType
  ? { /** The media type that the body is sent as. */ readonly contentType?: MediaType }
  : { /** The media type that the body is sent as. */ readonly contentType: MediaType };

type ExtraHeaders = { readonly [name: string]: unknown };
type Nullable<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** A body that may be left out, as part of a flat input: all its properties that are required, or none of any. */
export type OptionalBody<Body> = Body | { readonly [K in Body extends unknown ? keyof Body : never]?: never };
