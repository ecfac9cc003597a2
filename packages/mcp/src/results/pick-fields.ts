/** What was asked for of an answer, and the names that nothing was found under. */
export interface Picked {
  readonly value: unknown;
  readonly missing: readonly string[];
}

/**
 * Keeps some properties of a value. A path has dots between its names, and leads through lists as if they were not there: `items.id` is
 * the `id` of each item.
 */
export function pickFields(value: unknown, paths: readonly string[]): Picked {
  const wanted = treeOf(paths.map((path) => path.split(".").filter((name) => name !== "")));
  const missing = paths.filter(
    (path) =>
      !isFound(
        value,
        path.split(".").filter((name) => name !== ""),
      ),
  );
  return { value: picked(value, wanted), missing };
}

/** Names below names; one without any below it is kept as a whole. */
interface Tree extends ReadonlyMap<string, Tree> {}

function treeOf(paths: readonly (readonly string[])[]): Tree {
  const below = new Map<string, string[][]>();
  const whole = new Set<string>();
  for (const [name, ...rest] of paths) {
    if (name === undefined) continue;
    if (rest.length === 0) whole.add(name);
    below.set(name, [...(below.get(name) ?? []), rest]);
  }
  return new Map([...below].map(([name, rests]) => [name, treeOf(whole.has(name) ? [] : rests)]));
}

function picked(value: unknown, wanted: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => picked(item, wanted));
  if (typeof value !== "object" || value === null || wanted.size === 0) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const tree = wanted.get(name);
      return tree === undefined ? [] : [[name, picked(inner, tree)]];
    }),
  );
}

/** A list that is empty has whatever its items would have. */
function isFound(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (Array.isArray(value)) return value.length === 0 || value.some((item) => isFound(item, [name, ...rest]));
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return false;
  const inner: unknown = (value as Readonly<Record<string, unknown>>)[name];
  return isFound(inner, rest);
}
