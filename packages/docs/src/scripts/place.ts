/** What a reader who comes back should find: what was unfolded, and where the page was. */
type Place = { readonly open: readonly number[]; readonly top: number };

/** Keeps a reader's place with the entry of the browser's history, and finds it again. */
export function keepPlace(): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>("main details")];
  // Written by this function, in this page or an earlier one at the same address.
  const place: Place | undefined = (history.state as { place?: Place } | null)?.place;
  if (place !== undefined) {
    for (const [index, fold] of folds.entries()) fold.open = place.open.includes(index);
    // The browser knows where the page was, and not that it was longer then.
    history.scrollRestoration = "manual";
    scrollTo({ top: place.top, behavior: "instant" });
  }
  addEventListener("pagehide", () => {
    const open = folds.flatMap((fold, index) => (fold.open ? [index] : []));
    history.replaceState({ ...history.state, place: { open, top: scrollY } }, "");
  });
}
