// Stands inline in every page and waits for the first sign of a reader's intent; until then nothing more is loaded.

import type { hydrate } from "./hydrate.ts";

const intents = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll"] as const;
const {
  entry = "",
  reference = "",
  theme = "",
  components = "",
  styled = "",
} = document.currentScript?.dataset ?? {};

/** What was clicked, or called with its key, before it could answer. Links and native controls work without any script. */
let missed: HTMLElement | undefined;

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  missed = target?.closest<HTMLElement>("button, [role=tab], [role=button]") ?? undefined;
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  missed = document.querySelector<HTMLElement>("[data-testid=search-trigger]") ?? undefined;
}

function watch(): void {
  addEventListener("keydown", onKey, { capture: true });
  for (const intent of intents) addEventListener(intent, load, { capture: true, passive: true });
}

async function load(): Promise<void> {
  for (const intent of intents) removeEventListener(intent, load, { capture: true });
  addEventListener("click", onClick, { capture: true });
  try {
    const [data, styles, sheet] = await Promise.all([
      fetch(reference).then((response) => response.json()),
      fetch(components).then((response) => response.text()),
      link({ rel: "stylesheet", href: theme, media: "not all" }),
      link({ rel: "modulepreload", href: entry }),
    ]);
    // styled-components reads this element when the module starts, and then makes none of these styles again. It removes it
    // too, and the type keeps the browser from applying the styles for so short a time.
    const element = Object.assign(document.createElement("style"), {
      type: "text/plain",
      textContent: styles,
    });
    element.setAttribute("data-styled", "");
    element.setAttribute("data-styled-version", styled);
    document.head.append(element);
    // The module is this site's own hydrate.ts, built beside this script.
    const module = (await import(entry)) as { hydrate: typeof hydrate };
    await module.hydrate(data);
    document.documentElement.dataset["interactive"] = "";
    applyLater([sheet, ...document.querySelectorAll<HTMLStyleElement>("style[data-styled=active]")]);
    if (missed?.isConnected) missed.click();
  } catch (error) {
    // The page stays readable as it is. A sign of intent after a while tries again.
    console.error("The page could not be made interactive.", error);
    setTimeout(watch, 5_000);
  } finally {
    removeEventListener("click", onClick, { capture: true });
    removeEventListener("keydown", onKey, { capture: true });
  }
}

/**
 * Applies styles of what is not on the page yet, for which the browser computes all styles anew: before the first thing can
 * appear, or as soon as there is nothing else to do.
 */
function applyLater(styles: readonly (HTMLLinkElement | HTMLStyleElement)[]): void {
  const apply = () => {
    for (const style of styles) style.media = "all";
    document.documentElement.dataset["styled"] = "";
    for (const event of actions) removeEventListener(event, apply, { capture: true });
  };
  const actions = ["pointerdown", "keydown", "click"] as const;
  for (const event of actions) addEventListener(event, apply, { capture: true, passive: true });
  // Safari has no requestIdleCallback.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(apply, { timeout: 2_000 });
  else setTimeout(apply, 200);
}

/** Adds a link before the styles of the page, which come after those of the theme; resolves once it has loaded. */
function link(attributes: { rel: string; href: string; media?: string }): Promise<HTMLLinkElement> {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement("link"), attributes);
    element.onload = () => loaded(element);
    element.onerror = () => failed(new Error(`${attributes.href} cannot be loaded`));
    document.querySelector("style")?.before(element);
  });
}

watch();
