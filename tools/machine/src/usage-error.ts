/** A command was called otherwise than it can be: its arguments, its environment or where it runs. The message is one line that says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
