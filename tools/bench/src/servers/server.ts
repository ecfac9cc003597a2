/** Something that serves the API of the description, as data. */
export interface Server {
  readonly name: string;
  /** Whose version the results name. */
  readonly package?: string;
  /** What it does with a request, beside answering it. */
  readonly does: string;
  /**
   * The script and its arguments, as Node takes them. It serves on a free port of the loopback address, and prints its URL.
   *
   * @param folder For whatever it writes.
   */
  command(folder: string): readonly string[];
  /** The same as its users start it, where that is another way. */
  start?(folder: string): readonly string[];
}
