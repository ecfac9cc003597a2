/** The description cannot be used. The message says what is wrong, where, and what to do. */
export class DescriptionError extends Error {
  override name = "DescriptionError";
}
