// Stands inline in every page and waits for the first sign of a reader's intent; until then nothing more is loaded.

import type { hydrate } from "./hydrate.ts";

const intents = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll"] as const;
const { base = "/", entry = "" } = document.currentScript?.dataset ?? {};

/** A button that was clicked before it could answer. Links and native controls work without any script. */
let missed: HTMLElement | undefined;

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  missed = target?.closest<HTMLElement>("button, [role=tab], [role=button]") ?? undefined;
}

function watch(): void {
  for (const intent of intents) addEventListener(intent, load, { capture: true, passive: true });
}

async function load(): Promise<void> {
  for (const intent of intents) removeEventListener(intent, load, { capture: true });
  addEventListener("click", onClick, { capture: true });
  try {
    const [module, description] = await Promise.all([
      // The module is this site's own hydrate.ts, built beside this script.
      import(entry) as Promise<{ hydrate: typeof hydrate }>,
      fetch(`${base}openapi.json`).then((response) => response.json()),
    ]);
    await module.hydrate(base, description);
    document.documentElement.dataset["interactive"] = "";
    if (missed?.isConnected) missed.click();
  } catch (error) {
    // The page stays readable as it is. A sign of intent after a while tries again.
    console.error("The page could not be made interactive.", error);
    setTimeout(watch, 5_000);
  } finally {
    removeEventListener("click", onClick, { capture: true });
  }
}

watch();
