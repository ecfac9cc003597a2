/**
 * The lockfile as pnpm writes it: what a package depends on stands in the order of its names, in which another scope has another place.
 * In another order everything would be installed again before each command, for what pnpm has installed is not what stands there.
 */
export function sortedLockfile(text: string): string {
  const start = text.indexOf("\nimporters:\n");
  const end = text.indexOf("\npackages:\n");
  const sorted = text.slice(start, end).replaceAll(/(?:^ {6}\S.*\n(?: {8}.*\n?)+)+/gm, (dependencies) =>
    dependencies
      .split(/^(?= {6}\S)/m)
      .toSorted((one, other) => (nameIn(one) < nameIn(other) ? -1 : 1))
      .join(""),
  );
  return text.slice(0, start) + sorted + text.slice(end);
}

/** Without the quotation marks that a scope has. */
function nameIn(entry: string): string {
  return /^ +'?([^':]+)/.exec(entry)?.[1] ?? "";
}
