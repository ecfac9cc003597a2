/** The description that another is compared with. */
export interface Base {
  /** The path of a file, or a URL. */
  readonly location: string;
  /** The released version that it is; undefined when it is none. */
  readonly version?: string | undefined;
  /** Puts a file where it is about to be read, if it is kept elsewhere. */
  readonly provide: (file: string) => void;
  /** How a reader calls one of its files. */
  readonly nameOf: (file: string) => string;
  /** Removes what was made only to be read. */
  readonly dispose: () => void;
}

/** Nothing is what was asked for. Its message says what can be. */
export class BaseError extends Error {
  override readonly name = "BaseError";
}

/** Nothing was asked for, and there is no release to compare with yet. Its message says what can be done. */
export class NoReleaseYet extends Error {
  override readonly name = "NoReleaseYet";
}
