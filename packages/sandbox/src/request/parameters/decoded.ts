import { NotSerialisedError } from "./not-serialised-error.ts";

/**
 * Undoes percent-encoding.
 *
 * @throws NotSerialisedError
 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new NotSerialisedError("is not valid percent-encoding");
  }
}
