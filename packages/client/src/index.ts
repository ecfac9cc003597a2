// What the verbs and middleware are, for whoever has to name it.
export type { Client as FetchClient, ClientMethod, Middleware } from "openapi-fetch";
export * from "./generated/index.ts";
export {
  ApiError,
  type Attempt,
  type BaseClientOptions,
  type BasicCredential,
  type CallDetails,
  CallError,
  type CallOptions,
  type CallPromise,
  ConnectionError,
  type Credential,
  type FetchOptions,
  type RequestOptions,
  ResponseParseError,
  type RetryOptions,
  TimeoutError,
  type UserPassword,
  type WithResponse,
} from "./runtime/index.ts";
