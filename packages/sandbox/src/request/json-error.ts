import type { Place } from "../json/places.ts";

/** Why a text is not taken as JSON: a sentence that begins with "it". */
export class JsonError extends Error {
  override readonly name = "JsonError";
  /** What it is about; undefined where it is about the whole, or where the parser says it in its own words. */
  readonly place: Place | undefined;

  constructor(
    message: string,
    { place, ...options }: ErrorOptions & { readonly place?: Place | undefined } = {},
  ) {
    super(message, options);
    this.place = place;
  }

  /** Whether it is not JSON at all, rather than JSON of which something would be lost. */
  get isSyntaxError(): boolean {
    return this.cause instanceof SyntaxError;
  }
}
