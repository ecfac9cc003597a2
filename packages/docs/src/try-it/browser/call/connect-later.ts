import type { TryPage } from "../../try-page.ts";
import type { Connection } from "./connection.ts";

const intents = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * A connection whose client and sandbox are loaded on the first sign that the reader is about to use them, so that the form is
 * there before.
 */
export function connectLater(page: TryPage): Connection {
  let loading: Promise<Connection> | undefined;
  const load = (): Promise<Connection> => {
    for (const intent of intents) removeEventListener(intent, onIntent);
    loading ??= import("./connect.ts").then(
      ({ connect }) => connect(page),
      (error: unknown) => {
        // The next call tries again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  // Whoever waits for it is told of a failure.
  const onIntent = (): void => void load().catch(() => undefined);
  for (const intent of intents) addEventListener(intent, onIntent, { passive: true });
  return {
    validate: async (input) => (await load()).validate(input),
    call: async (call) => (await load()).call(call),
    reset: async () => (await load()).reset(),
  };
}
