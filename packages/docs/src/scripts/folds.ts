/** Folded parts of the page: a link to a place in one unfolds it, and so does printing. */
export function keepFolds(): void {
  addEventListener("hashchange", revealTarget);
  // A second click on the same link is no change of the address.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
    if (link !== null && link.hash !== "" && link.href === location.href) revealTarget();
  });
  revealTarget();
  unfoldAll(document.getElementById("unfold"));
  let folded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
}

/** Shows the place that the address leads to, whatever hides it. */
function revealTarget(): void {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (target === null) return;
  let isChanged = false;
  for (let part: Element | null = target; part !== null; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement && !part.open) {
      part.open = true;
      isChanged = true;
    }
    const choice = part.classList.contains("exclusive") ? part.parentElement : null;
    if (choice !== null) isChanged = choose(choice, part) || isChanged;
  }
  const all = document.querySelector<HTMLInputElement>("#show-all");
  if (all !== null && !all.checked && !target.checkVisibility()) {
    all.checked = true;
    isChanged = true;
  }
  if (isChanged) target.scrollIntoView();
}

/** Chooses the alternative that a part of the page belongs to. */
function choose(choice: Element, option: Element): boolean {
  const options = [...choice.children].filter((child) => child.classList.contains("exclusive"));
  const input = choice.querySelectorAll<HTMLInputElement>(":scope > .switch input")[options.indexOf(option)];
  if (input === undefined || input.checked) return false;
  input.checked = true;
  return true;
}

function unfoldAll(button: HTMLElement | null): void {
  button?.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-expanded") === "true";
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(
      "main .nested, main .values, main .response",
    )) {
      fold.open = !isOpen;
    }
    button.setAttribute("aria-expanded", String(!isOpen));
    button.textContent = isOpen ? "Unfold all" : "Fold all";
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
