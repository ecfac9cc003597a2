import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The released descriptions, which are kept in the folder `releases` beside a description. */
export class Releases {
  readonly #folder: string;
  /** From the lowest to the highest; one that is only a candidate comes before the version that it is for. */
  readonly versions: readonly string[];

  constructor(description: string) {
    this.#folder = join(dirname(description), "releases");
    const names = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    this.versions = names.filter((name) => existsSync(this.fileOf(name))).sort(versionOrder);
  }

  fileOf(version: string): string {
    return join(this.#folder, version, "openapi.json");
  }
}

/** The order of versions: below 0 when the first is the lower one. */
export function versionOrder(one: string, other: string): number {
  // "~" stands after every character of a version.
  const key = (version: string): string => (version.includes("-") ? version : `${version}~`);
  return key(one).localeCompare(key(other), "en", { numeric: true });
}
