import { readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "./root.ts";
import type { TaskRun } from "./turbo.ts";

export interface Output {
  /** The folder, or the only file in it, relative to the root. */
  path: string;
  files: number;
  bytes: number;
}

/** What the tasks wrote, one entry for each folder that one of them declares as its output. */
export function writtenOutputs(tasks: TaskRun[]): Output[] {
  const folders = tasks.flatMap(({ directory, outputs }) =>
    outputs.map((glob) => posix.join(directory, glob.replace(/\/\*\*.*$/, ""))),
  );
  return [...new Set(folders)].map(measure).filter(({ files }) => files > 0);
}

function measure(folder: string): Output {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const [only] = entries;
  const path = entries.length === 1 && only ? posix.join(folder, only.name) : folder;
  return { path, files: files.length, bytes };
}
