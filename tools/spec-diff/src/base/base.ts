/** The description that another is compared with. */
export interface Base {
  readonly path: string;
  /** How a reader calls one of its files. */
  readonly nameOf: (file: string) => string;
  /** Removes what was made only to be read. */
  readonly dispose: () => void;
}

/** Nothing is what was asked for. Its message says what can be. */
export class BaseError extends Error {
  override readonly name = "BaseError";
}
