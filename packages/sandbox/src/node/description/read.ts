import { formatProblem, loadWithPlaces } from "@visitors-api/codegen/load";
import type { DescriptionSource } from "./flags.ts";

/** A description in one document. */
export interface ReadDescription {
  readonly document: object;
  /** One line each, with its place. */
  readonly warnings: readonly string[];
}

/**
 * Reads a description as the generator of the client does, which knows the place of every mistake. What it is made of takes as long to
 * load as all the rest of the command: to be imported only where it is needed.
 *
 * @param onRead Called with the path or URL of each file that the description is made of, also of one that cannot be read.
 * @throws Error when the description cannot be used: one line for each mistake, which begins with its place.
 */
export async function readDescriptionFile(
  { location, lenient }: DescriptionSource,
  onRead: (file: string) => void,
): Promise<ReadDescription> {
  const { description, warnings } = await loadWithPlaces(location, { lenient, onRead });
  return {
    document: description,
    warnings: warnings.map((warning) => formatProblem(warning, "warning")),
  };
}
