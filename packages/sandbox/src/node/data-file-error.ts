/** A data file cannot be used; the message is one line that says which, why and what to do. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`cannot keep visitors in ${path}: ${reason}`, options);
  }
}
