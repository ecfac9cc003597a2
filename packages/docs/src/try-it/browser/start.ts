import { h, render } from "preact";
import { addStyles } from "../../scripts/add-styles.ts";
import styles from "../../styles/try-it.css?inline";
import { readTryPage } from "../page-text.ts";
import { connectLater } from "./call/connect-later.ts";
import { App } from "./view/app.tsx";

/**
 * Makes the form of an operation.
 *
 * @param text what it is made of, as `writeTryPage` writes it.
 * @param button what opens it.
 * @returns opens or closes it. What is entered stays as long as the page.
 */
export function prepare(text: string, button: HTMLElement): () => void {
  const page = readTryPage(text);
  addStyles(styles);
  const beside = document.querySelector(".beside");
  if (beside === null) throw new Error("The page has no place for the form");
  const section = document.createElement("section");
  section.id = "try-it";
  section.className = "try-it";
  section.setAttribute("aria-labelledby", "try-it-title");
  button.setAttribute("aria-controls", section.id);
  const toggle = (): void => {
    const isOpen = section.isConnected;
    if (isOpen) section.remove();
    else beside.prepend(section);
    beside.classList.toggle("trying", !isOpen);
    button.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) button.focus();
    else document.getElementById("try-it-title")?.focus();
    // Where there is no room beside the text, the form is below what a reader sees.
    if (!isOpen && section.getBoundingClientRect().top > innerHeight / 2) section.scrollIntoView();
  };
  const chosen = document.querySelector<HTMLSelectElement>(".samples .example")?.selectedIndex ?? 0;
  render(h(App, { page, preset: chosen, connect: connectLater(page), onClose: toggle }), section);
  return toggle;
}
