import { watch } from "node:fs";
import { sep } from "node:path";

export interface WatchOptions {
  /** Names of subfolders whose changes do not count. */
  ignore: string[];
  /** How long nothing may have changed before the change is told, in milliseconds: editors save in several steps. */
  quietMs: number;
}

/**
 * Calls `onChange` after files in the folder have changed, never twice at the same time: what changes meanwhile is
 * told once, afterwards.
 *
 * @returns a function that ends the watching
 */
export function watchFolder(
  folder: string,
  options: WatchOptions,
  onChange: () => Promise<void>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let changedMeanwhile = false;

  const run = async () => {
    if (running) {
      changedMeanwhile = true;
      return;
    }
    running = true;
    try {
      do {
        changedMeanwhile = false;
        await onChange();
      } while (changedMeanwhile);
    } finally {
      running = false;
    }
  };

  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    const top = name?.split(sep)[0];
    if (top === undefined || options.ignore.includes(top)) return;
    clearTimeout(timer);
    timer = setTimeout(run, options.quietMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
