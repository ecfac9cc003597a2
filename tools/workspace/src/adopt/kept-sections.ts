/**
 * The sections of a README that hold for any API: those that do not name the one that it was written for, and have no program in
 * them, which would call it.
 *
 * @param written The headings of the sections that are written anew.
 */
export function keptSections(readme: string, names: RegExp, written: ReadonlySet<string>): string {
  return readme
    .split(/^(?=## )/m)
    .slice(1)
    .filter((section) => !names.test(section) && !/^```(ts|js)$/m.test(section))
    .filter((section) => !written.has(headingOf(section)))
    .map((section) => `${section.trimEnd()}\n`)
    .join("\n");
}

/** The headings of a text's sections. */
export function headingsOf(markdown: string): Set<string> {
  return new Set([...markdown.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading));
}

function headingOf(section: string): string {
  return /^## (.*)$/m.exec(section)?.[1] ?? "";
}
