import { type StatsListener, unwatchFile, watchFile } from "node:fs";

/** How often the files are looked at, in milliseconds. */
const INTERVAL = 100;

/** After so many milliseconds without another change, an editor that saves in several steps has done them all. */
const QUIET = 50;

/**
 * Watches files, and tells of changes to any of them: never twice at the same time, and what changes meanwhile once, afterwards.
 *
 * They are looked at again and again. What the system tells by itself, it does not tell of what is mounted into a container, of
 * what a link leads to, or of a file whose folder is put in place of another; and it may have no room for more that is watched, which ends
 * a process.
 */
export class WatchedFiles {
  readonly #onChange: () => Promise<void>;
  readonly #files = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #hasChanged = false;

  constructor(onChange: () => Promise<void>) {
    this.#onChange = onChange;
  }

  /** Watches a file too, which need not be there yet. */
  add(file: string): void {
    if (this.#files.has(file)) return;
    this.#files.add(file);
    watchFile(file, { interval: INTERVAL, persistent: false }, this.#onStats);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const file of this.#files) unwatchFile(file, this.#onStats);
  }

  readonly #onStats: StatsListener = (current, previous) => {
    // The first look at a file that is not there is told too, as a change from nothing to nothing.
    if (current.mtimeMs === 0 && previous.mtimeMs === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), QUIET);
  };

  async #run(): Promise<void> {
    this.#hasChanged = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#hasChanged) {
      this.#hasChanged = false;
      await this.#onChange();
    }
    this.#isRunning = false;
  }
}
