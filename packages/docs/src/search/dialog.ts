import MiniSearch, { type SearchResult } from "minisearch";
import { addStyles } from "../scripts/add-styles.ts";
import styles from "../styles/search.css?inline";
import { indexOptions } from "./index-options.ts";

const most = 20;

let index: MiniSearch | undefined;
let dialog: HTMLDialogElement | undefined;

/** Loads what is looked in. */
export async function prepare(): Promise<void> {
  addStyles(styles);
  const response = await fetch(`${siteFolder()}search.json`);
  if (!response.ok) throw new Error(`The index cannot be loaded: ${response.status}`);
  index = MiniSearch.loadJSON(await response.text(), indexOptions);
}

/** Opens the search; closing it gives the focus back to what had it. */
export function open(): void {
  dialog ??= document.body.appendChild(makeDialog());
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input")?.select();
}

/** The brand leads to the landing page, wherever the site is served. */
function siteFolder(): string {
  return document.querySelector<HTMLAnchorElement>(".brand")?.pathname ?? "/";
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "search";
  made.setAttribute("aria-label", "Search");
  const input = element("input", {
    type: "text",
    inputmode: "search",
    enterkeyhint: "go",
    placeholder: "Search fields, operations, guides",
    "aria-label": "Search",
    role: "combobox",
    "aria-controls": "search-results",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });
  const list = element("div", { id: "search-results", role: "listbox", "aria-label": "Results" });
  const said = element("p", { role: "status", class: "quiet" });
  made.append(input, list, said);
  let chosen = 0;
  const choose = (next: number): void => {
    const options = [...list.children];
    chosen = (next + options.length) % Math.max(1, options.length);
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === chosen));
    options[chosen]?.scrollIntoView({ block: "nearest" });
    if (options[chosen]) input.setAttribute("aria-activedescendant", `found-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
  };
  input.addEventListener("input", () => {
    const results = index?.search(input.value) ?? [];
    list.replaceChildren(...results.slice(0, most).map(optionOf));
    input.setAttribute("aria-expanded", String(results.length > 0));
    said.textContent = input.value.trim() === "" ? "" : countOf(results.length);
    choose(0);
  });
  made.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) choose(chosen + step);
    else if (event.key === "Enter") (list.children[chosen] as HTMLElement | undefined)?.click();
    else return;
    event.preventDefault();
  });
  made.addEventListener("click", ({ target }) => {
    // A click on the dialog itself is beside what is in it.
    if (target === made || (target instanceof Element && target.closest("a") !== null)) made.close();
  });
  return made;
}

function countOf(count: number): string {
  if (count === 0) return "Nothing found";
  return count > most ? `The first ${most} of ${count}` : `${count} found`;
}

function optionOf({ kind, title, place, text, path }: SearchResult, at: number): HTMLElement {
  const option = element("a", {
    href: siteFolder() + path,
    role: "option",
    id: `found-${at}`,
    tabindex: "-1",
    class: kind,
  });
  option.append(
    element("b", {}, title),
    element("span", { class: "quiet" }, place),
    element("small", {}, text),
  );
  return option;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
}
