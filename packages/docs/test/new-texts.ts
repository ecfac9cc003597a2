import type { Page } from "playwright-core";

/** The attribute that a text has which is the first of its kind. */
export const newText = "data-new-text";

/**
 * Marks the first text of each kind that is not known, and adds its kind to those that are. Its contrast depends on its colour and size, on
 * the backgrounds that it stands on and, for a link, on the text beside it: wherever these are the same, on another page, at another
 * width or in other colours, it is too.
 *
 * @returns how many it has marked.
 */
export async function markNewTexts(page: Page, known: Set<string>): Promise<number> {
  const found = await page.evaluate(markInPage, { mark: newText, known: [...known] });
  for (const kind of found) known.add(kind);
  return found.length;
}

function markInPage({ mark, known }: { mark: string; known: readonly string[] }): string[] {
  const kinds = new Set(known);
  /** What is behind the texts in an element, and the part of the page that they show through. */
  const places = new Map<Element | null, { behind: string; area: DOMRect }>();
  const everywhere = new DOMRect(-1e6, -1e6, 2e6, 2e6);
  const overlap = (a: DOMRect, b: DOMRect): DOMRect => {
    const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
    return new DOMRect(x, y, Math.min(a.right, b.right) - x, Math.min(a.bottom, b.bottom) - y);
  };
  const isText = (node: ChildNode): boolean =>
    node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== "";
  for (const element of document.querySelectorAll<HTMLElement>("*")) {
    element.removeAttribute(mark);
    const parent = element.parentElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const around = places.get(parent) ?? { behind: "", area: everywhere };
    const background = [style.backgroundColor, style.backgroundImage, style.opacity].join();
    const behind = [
      around.behind,
      ...(background === "rgba(0, 0, 0, 0),none,1" ? [] : [background]),
      ...(/absolute|fixed/.test(style.position) ? [`${element.id} ${element.className}`] : []),
    ].join("/");
    const area = style.overflow === "visible" ? around.area : overlap(around.area, box);
    places.set(element, { behind, area });

    if (!element.matches("input, select, textarea") && ![...element.childNodes].some(isText)) continue;
    // What axe-core passes over cannot stand for others.
    if (element.closest("option, :disabled, [aria-disabled=true], label:has(:disabled)") !== null) continue;
    const { width, height } = overlap(around.area, box);
    if (width < 2 || height < 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const beside =
      element.matches("a") && parent !== null
        ? [style.textDecorationLine, getComputedStyle(parent).color, [...parent.childNodes].some(isText)]
        : [];
    const kind = [behind, style.color, style.fontSize, style.fontWeight, ...beside].join();
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    element.setAttribute(mark, "");
  }
  return [...kinds].slice(known.length);
}
