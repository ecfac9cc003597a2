import type { Problem } from "../../validation/problem.ts";
import type { JsonError } from "../json-error.ts";

/** The text of a parameter is not what its style or its media type says; the message continues its name. */
export class NotSerialisedError extends Error {
  override readonly name = "NotSerialisedError";
  /** What leads from the parameter to the part of its value that this is about. */
  readonly path: readonly (string | number)[];

  constructor(message: string, path: readonly (string | number)[] = []) {
    super(message);
    this.path = path;
  }

  /** Of a text that is to be JSON. */
  static ofJson(error: JsonError): NotSerialisedError {
    const message = error.isSyntaxError ? "is not valid JSON" : `cannot be read as JSON: ${error.message}`;
    return new NotSerialisedError(message, error.place?.path);
  }
}

/** Reads a part of a value, so that a mistake in it says where it stands. */
export function readPart<Value>(key: string | number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotSerialisedError)) throw error;
    throw new NotSerialisedError(error.message, [key, ...error.path]);
  }
}

/** What is wrong with a parameter, as a problem of the request. */
export function problemOf(name: string, { message, path }: NotSerialisedError): Problem {
  const field = [name, ...path].join(".");
  return { message: `${field} ${message}`, field };
}
