/** More names than these are no help. */
const most = 20;

/** The names that have most in common with one that there is not, or all where there are few. */
export function closestNames(wanted: string, names: readonly string[]): readonly string[] {
  if (names.length <= most) return names;
  const pairs = pairsOf(wanted);
  const common = (name: string): number => [...pairsOf(name)].filter((pair) => pairs.has(pair)).length;
  return names
    .map((name) => ({ name, common: common(name) }))
    .sort((a, b) => b.common - a.common)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Two letters each, which a slip of the pen leaves mostly as they were. */
function pairsOf(name: string): Set<string> {
  const letters = name.slice(0, 100).toLowerCase();
  return new Set([...letters].slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
