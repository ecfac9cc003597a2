import fc from "fast-check";

type Path = readonly (string | number)[];

const another = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, true, 0, -1, "", "0", [], {}));
const wrapper = fc.constantFrom("list", "value", "data", "__proto__", "constructor");
const anyName = fc.string();

/** Versions of a value that have something in them that programs get wrong: a wrong type, a name, a level too many, something left out. */
export function spoiltValues(value: unknown): fc.Arbitrary<unknown> {
  const places = [...pathsIn(value)];
  const place = fc.constantFrom(...places);

  const ofAnotherType = fc.tuple(place, another).map(([path, put]) => replaced(value, path, () => put));
  // From the last place to the first, since the first is what the others are in.
  const incomplete = fc.subarray(places, { minLength: 1 }).map((paths) => {
    return paths.reduceRight((rest, path) => replaced(rest, path, () => undefined), value) ?? null;
  });
  const tooDeep = fc.tuple(place, wrapper).map(([path, name]) => {
    return replaced(value, path, (inner) => (name === "list" ? [inner] : withOwn(name, inner)));
  });
  const misnamed = fc.tuple(place, anyName).map(([path, name]) => {
    const last = path.at(-1);
    if (typeof last !== "string") return [value];
    return replaced(value, path.slice(0, -1), (parent) => renamed(parent, last, name));
  });
  return fc.oneof(ofAnotherType, incomplete, tooDeep, misnamed);
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A copy in which another value is at a path; none when that is undefined. */
function replaced(value: unknown, [key, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) =>
    name === String(key) ? ([name, replaced(inner, rest, change)] as const) : ([name, inner] as const),
  );
  const left = entries.filter(([, inner]) => inner !== undefined);
  return Array.isArray(value) ? left.map(([, inner]) => inner) : Object.fromEntries(left);
}

function renamed(parent: unknown, from: string, to: string): unknown {
  const entries = Object.entries(parent as object);
  return Object.fromEntries(entries.map(([name, inner]) => [name === from ? to : name, inner]));
}

/** An object with one property, also of the name `__proto__`, which in a literal would be something else. */
function withOwn(name: string, value: unknown): object {
  return Object.fromEntries([[name, value]]);
}
