import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the package's own package.json says, which is published with it. */
interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
}

export function version(): string {
  return manifest().version;
}

/** What somebody types to start a sandbox. */
export function commandName(): string {
  const [name = "sandbox"] = Object.keys(manifest().bin);
  return name;
}

function manifest(): Manifest {
  // By its name, since a bundler may put this into a file in any folder.
  const file = fileURLToPath(import.meta.resolve("@visitors-api/sandbox/package.json"));
  return JSON.parse(readFileSync(file, "utf8"));
}
