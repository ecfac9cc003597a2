import { loadLater } from "../../../scripts/load-later.ts";
import type { TryPage } from "../../try-page.ts";
import type { Connection } from "./connection.ts";

const intents = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * Loads the client and the sandbox on the first sign that the reader is about to use them, so that the form is there before.
 *
 * @returns what waits for them, and tells of a failure.
 */
export function connectLater(page: TryPage): () => Promise<Connection> {
  const load = loadLater(async () => (await import("./connect.ts")).connect(page));
  const onIntent = (): void => {
    for (const intent of intents) removeEventListener(intent, onIntent);
    void load().catch(() => undefined);
  };
  for (const intent of intents) addEventListener(intent, onIntent, { passive: true });
  return load;
}
