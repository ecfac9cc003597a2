import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** In the package, so that whatever Astro looks for is found from there, and in a folder that git, tasks and copies leave alone. */
const parent = fileURLToPath(new URL("../../.results/sites/", import.meta.url));

/**
 * A new folder for what Astro writes while it makes one site. It is removed when this process ends: Astro writes a little later
 * than it says.
 */
export async function makeWorkFolder(): Promise<string> {
  await mkdir(parent, { recursive: true });
  const left = (await readdir(parent)).filter((name) => !isRunning(Number(name.split("-")[0])));
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
  const folder = await mkdtemp(join(parent, `${process.pid}-`));
  if (made.length === 0) process.once("exit", removeMade);
  made.push(folder);
  return folder;
}

const made: string[] = [];

function removeMade(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

/** Whether the process is there that a folder is named after. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
