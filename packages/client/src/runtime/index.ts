import type { Client } from "openapi-fetch";

export type { $Read, $Write, Readable, Writable } from "./access.ts";
export type { Attempt } from "./attempt.ts";
export { chosenBody, splitChosenInput } from "./bodies/choose-body.ts";
export { form } from "./bodies/form.ts";
export { multipart } from "./bodies/multipart.ts";
export { raw } from "./bodies/raw.ts";
export type { CallPromise, WithResponse } from "./call-promise.ts";
export { createClient } from "./client.ts";
export { cookieHeader } from "./cookies.ts";
export type { Description, OperationEntry } from "./description.ts";
export { ApiError } from "./errors/api-error.ts";
export { type CallDetails, CallError } from "./errors/call-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { ResponseParseError } from "./errors/response-parse-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { headerParameters } from "./header-parameters.ts";
export { idempotencyKey } from "./idempotency-key.ts";
export { splitInput } from "./input.ts";
export type {
  BaseClientOptions,
  BasicCredential,
  CallOptions,
  ContentType,
  Credential,
  FetchOptions,
  IdempotencyKey,
  OptionalBody,
  RequestOptions,
  RetryOptions,
  UserPassword,
} from "./options.ts";
export { serializeParameters } from "./parameters.ts";
export { checkPathParameters } from "./path-parameters.ts";
export { readByContentType } from "./read-by-content-type.ts";
export { apiKeyCookie, apiKeyHeader, apiKeyQuery } from "./security/api-key.ts";
export { basic } from "./security/basic.ts";
export { bearer } from "./security/bearer.ts";
export { steps } from "./steps.ts";
export { writeUrl } from "./url.ts";

/** openapi-fetch's client: `client.PUT(path, { body })` and the like, which return `{ data, error, response }`. */
export type FetchClient<Paths extends {}> = Client<Paths>;
