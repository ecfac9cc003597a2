import { CallError } from "./call-error.ts";

/** No response came, or only a part of one. The platform's own error is the `cause`. */
export class ConnectionError extends CallError {
  override readonly name = "ConnectionError";
}
