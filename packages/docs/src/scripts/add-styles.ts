/** Adds the styles of what was loaded later. They are not written into the page, so its policy has nothing to say. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
