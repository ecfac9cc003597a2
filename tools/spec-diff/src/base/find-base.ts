import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Base, BaseError } from "./base.ts";
import { checkOut } from "./revision.ts";

/**
 * Finds what a description is compared with.
 *
 * @param asked A file, a released version or a revision of git, in this order. Default: the highest released version.
 * @param description The description; releases are kept in the folder `releases` beside it.
 * @throws {BaseError} when it is none of them.
 */
export function findBase(asked: string | undefined, description: string): Base {
  const releases = join(dirname(description), "releases");
  const released = (version: string): string => join(releases, version, "openapi.json");
  const plain = (path: string): Base => ({ path, nameOf: (file) => file, dispose: () => {} });

  const versions = releasedVersions(releases);
  if (asked === undefined) {
    const last = versions.at(-1);
    if (last !== undefined) return plain(released(last));
    throw new BaseError(
      `Nothing has been released yet: there is no ${join(releases, "<version>", "openapi.json")}. ` +
        "Name what to compare with: a file, or a revision of git such as HEAD.",
    );
  }
  if (existsSync(asked) && statSync(asked).isFile()) return plain(resolve(asked));
  const version = asked.replace(/^v(?=\d)/, "");
  if (versions.includes(version)) return plain(released(version));
  const revision = checkOut(asked, description);
  if (revision) return revision;
  throw new BaseError(
    `\`${asked}\` is no file, no released version (${versions.join(", ") || "there is none yet"}) and no revision of git. ` +
      "In a clone without the whole history, fetch the revision first.",
  );
}

/** From the lowest to the highest; one that is only a candidate comes before the version that it is for. */
function releasedVersions(releases: string): string[] {
  if (!existsSync(releases)) return [];
  const found = readdirSync(releases).filter((name) => existsSync(join(releases, name, "openapi.json")));
  // "~" stands after every character of a version.
  const key = (version: string): string => (version.includes("-") ? version : `${version}~`);
  return found.sort((one, other) => key(one).localeCompare(key(other), "en", { numeric: true }));
}
