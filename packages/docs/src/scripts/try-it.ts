import { loadLater } from "./load-later.ts";
import { tellStale } from "./stale.ts";

/** Opens the form of "Try it" below the button. It is loaded when a reader comes near. */
export function offerTryIt(button: HTMLElement | null): void {
  const address = button?.dataset["form"];
  if (button === null || address === undefined) return;
  const load = loadLater(async () => {
    const [{ prepare }, form] = await Promise.all([import("../try-it/browser/start.ts"), page(address)]);
    return prepare(form, button);
  });
  const near = (): void => void load().catch(() => undefined);
  for (const event of ["pointerenter", "focus", "pointerdown"]) button.addEventListener(event, near);
  button.addEventListener("click", async () => {
    try {
      (await load())();
    } catch {
      tellStale();
    }
  });
  if (location.hash === "#try-it") button.click();
}

async function page(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
