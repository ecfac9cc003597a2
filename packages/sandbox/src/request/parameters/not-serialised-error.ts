/** The text of a parameter is not what its style or its media type says; the message continues its name. */
export class NotSerialisedError extends Error {
  override readonly name = "NotSerialisedError";
}
