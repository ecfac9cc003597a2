export * from "./generated/index.ts";
export {
  ApiError,
  type BaseClientOptions,
  type BasicCredential,
  CallError,
  type CallOptions,
  ConnectionError,
  type Credential,
  type RequestOptions,
  ResponseParseError,
  TimeoutError,
  type UserPassword,
} from "./runtime/index.ts";
