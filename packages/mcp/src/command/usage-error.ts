/** The command was called with arguments that it does not take. The message says which, and what it takes. */
export class UsageError extends Error {
  override name = "UsageError";
}
