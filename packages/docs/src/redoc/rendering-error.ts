import { DescriptionError } from "../description.ts";

/** What to throw for an error that came up while Redoc was at work on a description. */
export function renderingError(error: unknown, file: string): unknown {
  if (error instanceof DescriptionError || !(error instanceof Error)) return error;
  return new DescriptionError(`${file}: Redoc cannot render this description: ${error.message}`, {
    cause: error,
  });
}
