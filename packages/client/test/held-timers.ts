import { EventEmitter, once } from "node:events";
import { onTestFinished, vi } from "vitest";

/** The timers of one length that a client has started: their time passes when a test says so, and not with a clock's. */
export interface HeldTimers {
  /** How many have been started. */
  readonly count: number;
  /** Resolves when so many have been. */
  started(count: number): Promise<void>;
  /** Lets the time of those pass that nobody has cleared, and says how many they were. */
  elapse(): number;
}

/**
 * Holds, for one test, every timer of that many milliseconds. So a wait ends after the event that a test is about, however
 * slow the machine is, and timers of other lengths, as Node's `fetch` has some, go on as ever.
 */
export function holdTimers(milliseconds: number): HeldTimers {
  const { setTimeout, clearTimeout } = globalThis;
  const starts = new EventEmitter();
  const running = new Map<unknown, () => void>();
  let count = 0;
  vi.stubGlobal("setTimeout", (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) => {
    if (delay !== milliseconds) return setTimeout(run, delay, ...given);
    const timer = Symbol("timer");
    running.set(timer, () => run(...given));
    count++;
    starts.emit("start");
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: Parameters<typeof clearTimeout>[0]) => {
    if (!running.delete(timer)) clearTimeout(timer);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return {
    get count() {
      return count;
    },
    async started(expected) {
      while (count < expected) await once(starts, "start");
    },
    elapse() {
      const ended = [...running.values()];
      running.clear();
      for (const end of ended) end();
      return ended.length;
    },
  };
}
