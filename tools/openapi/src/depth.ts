/**
 * Reads what may be nested deeper than the stack allows. Nobody writes such a document by hand: it is refused like any other that
 * is none.
 *
 * @throws {TypeError} when it is.
 */
export function refusingDepth<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TypeError("The description is nested too deeply to be read", { cause: error });
  }
}
