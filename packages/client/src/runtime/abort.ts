/** What is to happen when a signal is aborted: one listener of the signal, however many calls wait for it. */
class Listeners extends Set<(reason: unknown) => void> {
  handleEvent({ target }: Event): void {
    // It listens to signals only.
    for (const run of this) run((target as AbortSignal).reason);
  }
}

const listeners = new WeakMap<AbortSignal, Listeners>();

/**
 * Waits for a signal's abort. A listener for each call would be a thousand for a thousand calls with one signal, which Node
 * takes for a leak.
 *
 * @param run Is given the signal's reason.
 * @returns What ends the waiting.
 */
export function onAbort(signal: AbortSignal, run: (reason: unknown) => void): () => void {
  const group = listeners.get(signal) ?? new Listeners();
  if (signal.aborted) run(signal.reason);
  else {
    listeners.set(signal, group.add(run));
    // The same listener is added once (DOM § 2.7).
    signal.addEventListener("abort", group);
  }
  return () => {
    group.delete(run);
    if (group.size === 0) signal.removeEventListener("abort", group);
  };
}
