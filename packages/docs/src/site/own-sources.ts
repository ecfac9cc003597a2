import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface OwnSources {
  readonly description: string;
  readonly guides: string;
  /** Undefined before the first release. */
  readonly releases: string | undefined;
}

/** What this repository's own site is built from: the bundled description, and what belongs to it alone. */
export function ownSources(): OwnSources {
  const description = fileURLToPath(import.meta.resolve("@visitors-api/spec"));
  const releases = join(dirname(description), "../releases");
  return {
    description,
    guides: fileURLToPath(new URL("../content/guides", import.meta.url)),
    releases: existsSync(releases) ? releases : undefined,
  };
}
