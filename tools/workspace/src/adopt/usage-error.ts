/** The arguments are wrong, or this is no clone that can be changed. Nothing has been done. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
