import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The output folder may not be replaced. The message says why, and what to do. */
export class OutputError extends Error {
  override name = "OutputError";
}

/**
 * Calls `fill` with an empty folder beside `output` and then puts that folder in its place. When `fill` fails, `output`
 * is what it was.
 *
 * @param mark What is found in an `index.html` written by `fill`. A folder whose `index.html` lacks it is somebody
 * else's, and is not replaced.
 * @throws {OutputError} when `output` holds files of another origin.
 */
export async function replaceFolder<T>(
  output: string,
  mark: RegExp,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  await refuseForeign(output, mark);
  await mkdir(dirname(output), { recursive: true });
  const next = await mkdtemp(join(dirname(output), `.${basename(output)}-`));
  const previous = `${next}-previous`;
  try {
    // mkdtemp makes a folder that only its owner may read; a site is there to be read.
    await chmod(next, 0o755);
    const result = await fill(next);
    const replaced = await renameIfThere(output, previous);
    try {
      await rename(next, output);
    } catch (error) {
      if (replaced) await rename(previous, output);
      throw error;
    }
    return result;
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(previous, { recursive: true, force: true });
  }
}

async function refuseForeign(output: string, mark: RegExp): Promise<void> {
  const names = await readdir(output).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new OutputError(`${output}: this is no folder that can be written (${error.code})`);
  });
  if (names.length === 0) return;
  const index = await readFile(join(output, "index.html"), "utf8").catch(() => "");
  if (!mark.test(index)) {
    throw new OutputError(`${output}: this folder has other files in it; name an empty or a new one`);
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
