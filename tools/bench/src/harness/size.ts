import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Size {
  /** The sum of what the files hold. */
  readonly bytes: number;
  /** What that takes up on the disk, folders included: files begin a block each. */
  readonly bytesOnDisk: number;
  readonly files: number;
}

/** Of everything in a folder, but for npm's own record of what it installed. */
export function sizeOf(folder: string): Size {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name !== ".package-lock.json")
    .map((entry) => ({ isFile: entry.isFile(), ...statsOf(join(entry.parentPath, entry.name)) }));
  const files = entries.filter(({ isFile }) => isFile);
  return {
    bytes: sum(files.map(({ size }) => size)),
    bytesOnDisk: sum(entries.map(({ blocks }) => blocks * 512)),
    files: files.length,
  };
}

function statsOf(path: string) {
  // A link in .bin is as small as it is itself.
  const { size, blocks } = lstatSync(path);
  return { size, blocks };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
