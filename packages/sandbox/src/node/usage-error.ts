/** The arguments are wrong; the message is one line that says which and what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
