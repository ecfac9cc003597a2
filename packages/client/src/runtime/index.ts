import type { Client as OpenapiFetchClient } from "openapi-fetch";

export { createClient } from "./client.ts";
export type { OperationEntry } from "./description.ts";
export { ApiError } from "./errors/api-error.ts";
export { CallError } from "./errors/call-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { ResponseParseError } from "./errors/response-parse-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export type {
  BaseClientOptions,
  BasicCredential,
  CallOptions,
  Credential,
  OptionalBody,
  RequestOptions,
  UserPassword,
} from "./options.ts";

/** openapi-fetch's client: `client.PUT(path, { body })` and the like, which return `{ data, error, response }`. */
export type FetchClient<Paths extends {}> = OpenapiFetchClient<Paths>;
