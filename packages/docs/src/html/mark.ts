/** The site's mark: one that stands out in a list. */
export function markSvg(color = "currentColor"): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${color}" stroke-width="2.25" ` +
    `stroke-linecap="round" aria-hidden="true"><path d="M4 6h16M4 12h9M4 18h6"/><circle cx="17.5" cy="15.5" r="3.25"/></svg>`
  );
}
