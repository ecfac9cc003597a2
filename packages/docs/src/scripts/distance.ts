/** How many characters have to be put in, left out or changed to make one text of another (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = [...other, ""].map((_, index) => index);
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1];
    for (const [place, compared] of [...other].entries()) {
      const changed = (row[place] ?? 0) + (character === compared ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
