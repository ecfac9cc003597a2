import { readFile, writeFile } from "node:fs/promises";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/**
 * Changes what is in an artifact of turbo's cache, a tar archive compressed with Zstandard, and leaves it an archive
 * that can be unpacked.
 *
 * @param after As long as `before`: a tar archive says how long its files are, and has no checksum of what is in them.
 */
export async function tamper(artifact: string, before: string, after: string): Promise<void> {
  const archive = zstdDecompressSync(await readFile(artifact)).toString("latin1");
  if (!archive.includes(before) || before.length !== after.length) {
    throw new Error(`${artifact} cannot be changed from ${before} to ${after}`);
  }
  await writeFile(artifact, zstdCompressSync(Buffer.from(archive.replaceAll(before, after), "latin1")));
}
