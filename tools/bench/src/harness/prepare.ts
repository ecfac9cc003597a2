import type { Contender } from "../contenders/contender.ts";
import { workFolder } from "./folders.ts";
import { generatedFolder, generateOrThrow } from "./generate.ts";

/** What a contender's page needs to be bundled, run or checked. */
export interface Prepared {
  /** Where the page has to stand. */
  readonly folder: string;
  /** What it imports the client from. */
  readonly from: string;
}

/**
 * Makes a new work folder for a contender, with its client for this repository's description if it has to be generated.
 *
 * @param purpose The benchmark's name: each has folders of its own.
 */
export async function preparePublished(
  contender: Contender,
  purpose: string,
  description: string,
): Promise<Prepared> {
  const { name, page } = contender;
  if (page.published !== undefined) return { folder: workFolder(purpose, name), from: page.published };
  return prepareGenerated(contender, description, purpose, name);
}

/** The same, with the client generated from a description whether or not there is a published one. */
export async function prepareGenerated(
  { generator }: Contender,
  description: string,
  ...names: readonly string[]
): Promise<Prepared> {
  const folder = workFolder(...names);
  if (generator) await generateOrThrow(generator, description, folder);
  return { folder, from: `./${generatedFolder}` };
}
