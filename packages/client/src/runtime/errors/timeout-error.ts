import { CallError } from "./call-error.ts";

/** The last attempt took longer than `timeout`. */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
}
