import { type CallDetails, CallError } from "./call-error.ts";

/** No response came, or only a part of one. The platform's own error is the `cause`. */
export class ConnectionError extends CallError {
  override readonly name = "ConnectionError";

  constructor(details: CallDetails, cause: unknown) {
    super(details, "got no whole response", cause);
  }
}
