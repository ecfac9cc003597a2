import { remember } from "./storage.ts";

/** Remembers the language of samples for the whole site, and tells the form which example is chosen. */
export function keepSamples(): void {
  for (const card of document.querySelectorAll(".samples")) {
    card.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) remember("language", target.value);
      if (target instanceof HTMLSelectElement) {
        document.dispatchEvent(new CustomEvent("example", { detail: target.selectedOptions[0]?.text }));
      }
    });
  }
}
