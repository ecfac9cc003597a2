/** The arguments or the environment are not as they have to be; the message is one line that says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
