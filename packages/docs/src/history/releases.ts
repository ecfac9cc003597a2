import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DescriptionError } from "../description/description.ts";
import { readDocument, type SourceDocument } from "../description/read-document.ts";
import { compareVersions, isVersion } from "./version.ts";

/** The description as it was published with a version. */
export type Release = SourceDocument & { readonly version: string };

/**
 * Reads the descriptions of all releases, the oldest first: `<folder>/<version>/openapi.json`.
 *
 * @throws {DescriptionError} when the folder, or one of them, cannot be read.
 */
export async function readReleases(folder: string): Promise<Release[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new DescriptionError(`${folder}: the releases cannot be read (${error.code})`);
  });
  const versions = names.filter(isVersion).sort(compareVersions);
  return Promise.all(
    versions.map(async (version) => {
      return { version, ...(await readDocument(join(folder, version, "openapi.json"))) };
    }),
  );
}
