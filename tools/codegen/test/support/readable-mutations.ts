import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DescriptionError, loadDescription } from "../../src/load/load.ts";
import { folderWith } from "./folder.ts";
import { mutation } from "./mutations.ts";

/** A description as it is read, and the text that it is read of. */
export interface Read {
  readonly text: string;
  readonly description: object;
}

/** Of so many descriptions with changes that nobody would make, those that can be read, leniently. */
export async function readableMutations(numRuns: number): Promise<Read[]> {
  const file = join(folderWith(), "openapi.json");
  const read: Read[] = [];
  for (const text of fc.sample(mutation, { numRuns })) {
    writeFileSync(file, text);
    try {
      read.push({ text, description: await loadDescription(file, { lenient: true }) });
    } catch (error) {
      if (!(error instanceof DescriptionError))
        throw new Error(`It cannot be read: ${text}`, { cause: error });
    }
  }
  return read;
}
