import { remember, remembered } from "./storage.ts";

const modes = ["Auto", "Light", "Dark"] as const;

/** Has a button go through the colours: those of the system, light and dark. */
export function switchColors(button: HTMLElement | null): void {
  const key = "colors";
  const { dataset } = document.documentElement;
  let at = Math.max(0, ["", "light", "dark"].indexOf(remembered(key) ?? ""));
  const show = (): void => {
    if (button === null) return;
    button.textContent = modes[at] ?? "Auto";
    button.setAttribute("aria-label", `Colours: ${modes[at]}`);
  };
  show();
  button?.addEventListener("click", () => {
    at = (at + 1) % modes.length;
    const colors = at === 0 ? undefined : modes[at]?.toLowerCase();
    if (colors === undefined) delete dataset["colors"];
    else dataset["colors"] = colors;
    remember(key, colors);
    show();
  });
}
