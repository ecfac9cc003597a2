import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Base, BaseError, NoReleaseYet } from "./base.ts";
import { Releases } from "./releases.ts";
import { checkOut, whyNoRevision } from "./revision.ts";

/**
 * Finds what a description is compared with.
 *
 * @param asked A file, a URL, a released version or a revision of git, in this order. Default: the highest released version.
 * @param description The description; releases are kept in the folder `releases` beside it.
 * @throws {BaseError} when it is none of them.
 * @throws {NoReleaseYet} when none is asked for, and nothing has been released.
 */
export function findBase(asked: string | undefined, description: string): Base {
  const releases = new Releases(description);
  const { versions } = releases;
  if (asked === undefined) {
    const last = versions.at(-1);
    if (last !== undefined) return { ...plain(releases.fileOf(last)), version: last };
    throw new NoReleaseYet(
      "Nothing has been released yet, so there is nothing to compare the description with. Name something else: a file, a URL, or a " +
        "revision of git, such as HEAD in `npm run spec:diff -- HEAD`. What a first release needs, `npm run release -- --first` says.",
    );
  }
  if (/^https?:\/\//i.test(asked)) return plain(asked);
  if (statSync(asked, { throwIfNoEntry: false })?.isFile()) return plain(resolve(asked));
  const version = asked.replace(/^v(?=\d)/, "");
  if (versions.includes(version)) return { ...plain(releases.fileOf(version)), version };
  const revision = checkOut(asked, description);
  if (revision) return revision;
  throw new BaseError(
    `\`${asked}\` is no file, no URL and no released version (${versions.join(", ") || "there is none yet"}). ` +
      whyNoRevision(asked, description),
  );
}

function plain(location: string): Base {
  return { location, provide: () => {}, nameOf: (file) => file, dispose: () => {} };
}
