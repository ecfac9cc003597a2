/** A data file cannot be used; the message is one line that says which, why and what to do. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";

  /** @param name What was to be kept in it. */
  constructor(path: string, name: string, reason: string, options?: ErrorOptions) {
    super(`cannot keep ${name} in ${path}: ${reason}`, options);
  }
}

/** Makes the error that says why one file cannot be used. */
export type Unusable = (reason: string, options?: ErrorOptions) => DataFileError;
