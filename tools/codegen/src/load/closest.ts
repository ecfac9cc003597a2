/**
 * The word that somebody meant who wrote another: the same but for case and signs, or one or two slips away (a letter
 * too many, missing, wrong or swapped with the next). Undefined when none is that near.
 */
export function closest(written: string, words: Iterable<string>): string | undefined {
  const allowed = written.length < 3 ? 0 : written.length < 6 ? 1 : 2;
  let found: string | undefined;
  let fewest = allowed + 1;
  for (const word of words) {
    const slips = plain(word) === plain(written) ? 0 : distance(written, word, fewest);
    if (slips < fewest) [found, fewest] = [word, slips];
  }
  return found;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The optimal string alignment distance, or `limit` if it is no less. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let [earlier, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        entry(last, j) + 1,
        entry(row, j - 1) + 1,
        entry(last, j - 1) + (isSame ? 0 : 1),
        isSwap ? entry(earlier, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [earlier, last] = [last, row];
  }
  return Math.min(entry(last, b.length), limit);
}

function entry(row: readonly number[] | undefined, index: number): number {
  return row?.[index] ?? Number.POSITIVE_INFINITY;
}
