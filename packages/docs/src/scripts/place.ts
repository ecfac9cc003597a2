/** What was unfolded is kept with the entry of the browser's history, for a reader who comes back: where the page was the browser knows. */
export function keepPlace(): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>("main details")];
  // Written below, by this page or an earlier one at the same address.
  const open: readonly number[] | undefined = (history.state as { open?: number[] } | null)?.open;
  if (open !== undefined) for (const [index, fold] of folds.entries()) fold.open = open.includes(index);
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement)) return;
      const now = folds.flatMap((fold, index) => (fold.open ? [index] : []));
      history.replaceState({ ...history.state, open: now }, "");
    },
    // This event does not bubble.
    { capture: true },
  );
}
