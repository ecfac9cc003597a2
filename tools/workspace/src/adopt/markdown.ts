/** Text on one line, in which nothing ends a cell of a table. */
export function inCell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim();
}
