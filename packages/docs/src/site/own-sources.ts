import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What this repository's own site is built from: the bundled description, and what belongs to it alone. Before the first release
 * there are none.
 */
export function ownSources(): { description: string; guides: string; releases: string | undefined } {
  const description = fileURLToPath(import.meta.resolve("@visitors-api/spec"));
  const releases = join(dirname(description), "../releases");
  return {
    description,
    guides: fileURLToPath(new URL("../content/guides", import.meta.url)),
    releases: existsSync(releases) ? releases : undefined,
  };
}
