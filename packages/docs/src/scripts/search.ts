import { loadLater } from "./load-later.ts";
import { tellStale } from "./stale.ts";

/** Opens the search on its button, Ctrl or Cmd + K, and a slash. It is loaded when a reader is about to use it. */
export function offerSearch(button: HTMLElement | null): void {
  if (button === null) return;
  const load = loadLater(async () => {
    const module = await import("../search/dialog.ts");
    await module.prepare();
    return module;
  });
  const open = async (): Promise<void> => {
    try {
      (await load()).open();
    } catch {
      tellStale();
    }
  };
  const near = (): void => void load().catch(() => undefined);
  button.addEventListener("pointerenter", near);
  button.addEventListener("focus", near);
  button.addEventListener("click", () => void open());
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isTyping =
      target instanceof HTMLElement &&
      (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
    const isShortcut = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k";
    const isSlash = key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping;
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    void open();
  });
}
