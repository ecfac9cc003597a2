const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** How long stopping may take before it is worth a word, in milliseconds. */
const PATIENCE = 500;

/**
 * Stops on the first signal, in whatever time `stop` takes; a second one ends the process at once.
 *
 * @param say Prints a line for whoever waits.
 */
export function stopOnSignal(stop: () => Promise<void>, say: (line: string) => void): void {
  const onSignal = () => {
    // Without a listener, a signal does what it does by default.
    for (const signal of SIGNALS) process.off(signal, onSignal);
    const waiting = setTimeout(
      () => say("Waiting a few seconds for requests in flight; Ctrl-C again does not wait."),
      PATIENCE,
    );
    void stop().finally(() => clearTimeout(waiting));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
