/**
 * Gives headings of a text, in order, the level they have under a heading of another level: each under the one it
 * belongs to, and no level skipped.
 */
export function headingLevels(under: number): (written: number) => number {
  const above: number[] = [];
  return (written) => {
    while ((above.at(-1) ?? 0) >= written) above.pop();
    above.push(written);
    return Math.min(6, under + above.length);
  };
}
