/** The description cannot be adopted as it is. Nothing has been changed; the message says what to do. */
export class AdoptionError extends Error {
  override readonly name = "AdoptionError";
}
