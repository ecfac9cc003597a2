import { tellStale } from "./stale.ts";

/** Has buttons copy what they stand beside. */
export function offerCopies(): void {
  document.addEventListener("click", ({ target }) => {
    const button =
      target instanceof Element
        ? target.closest<HTMLElement>("[data-copy],[data-copy-shown],#copy-markdown")
        : null;
    if (button !== null) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const label = button.dataset["label"] ?? button.textContent ?? "";
  button.dataset["label"] = label;
  let said = "Copied";
  try {
    // Asked for at once, so that the browser still sees the click that it comes from.
    const text = textOf(button);
    const item = text.then((plain) => new Blob([plain], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": item })]);
  } catch {
    said = "Not copied";
  }
  button.textContent = said;
  button.setAttribute("role", "status");
  setTimeout(() => {
    button.textContent = label;
    button.removeAttribute("role");
  }, 1_500);
}

async function textOf(button: HTMLElement): Promise<string> {
  const { copy } = button.dataset;
  if (copy !== undefined) return copy;
  if (button.id !== "copy-markdown") {
    const blocks = button.closest(".card")?.querySelectorAll("pre") ?? [];
    return [...blocks].find((block) => block.checkVisibility())?.textContent ?? "";
  }
  const address = document.querySelector<HTMLLinkElement>(`link[type="text/markdown"]`)?.href ?? "";
  const response = await fetch(address);
  if (!response.ok) {
    tellStale();
    throw new Error(`${address}: ${response.status}`);
  }
  return response.text();
}
