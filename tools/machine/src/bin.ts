import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The file of a package's command: what its `bin` names first.
 *
 * @param manifest The package's package.json.
 */
export function binOf(manifest: string): string {
  const { bin = {} }: { bin?: Readonly<Record<string, string>> } = JSON.parse(readFileSync(manifest, "utf8"));
  const [command] = Object.values(bin);
  if (command === undefined) throw new Error(`${manifest} names no command under "bin".`);
  return join(dirname(manifest), command);
}
