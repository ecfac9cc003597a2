import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What this repository's own site is built from: the bundled description, and what belongs to it alone. */
export function ownSources(): { description: string; guides: string; releases: string } {
  const description = fileURLToPath(import.meta.resolve("@visitors-api/spec"));
  return {
    description,
    guides: fileURLToPath(new URL("../content/guides", import.meta.url)),
    releases: join(dirname(description), "../releases"),
  };
}
