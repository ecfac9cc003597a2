import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** In the package, so that whatever Astro looks for is found from there, and in a folder that tools leave alone. */
const parent = fileURLToPath(new URL("../../node_modules/.sites/", import.meta.url));

/** A new folder for what Astro writes while it makes one site. Whoever asks for it removes it. */
export async function makeWorkFolder(): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, "site-"));
}
