/** A place in the page's form: what it is of (`body`, `headers`, …), and the way from there. */
export type Path = readonly (string | number)[];

/** What is wrong with something that is entered. */
export type Issue = {
  readonly path: Path;
  /** A sentence without its full stop. */
  readonly text: string;
};

/** Stands in a path for a property whose name may change while it is entered. */
export function entryKey(position: number): string {
  return `{${position}}`;
}

/** An issue of a place, named as a reader would. */
export function say(path: Path, message: string): Issue {
  const key = path.at(-1) ?? "";
  const entry = /^\{(\d+)\}$/.exec(String(key));
  const name = typeof key === "number" ? `item ${key + 1}` : entry ? `property ${Number(entry[1]) + 1}` : key;
  return { path, text: `${name} ${message}` };
}

/** The id of the element at a place, as it stands in a link to it too. */
export function idOf(path: Path): string {
  return path.map((key) => encodeURIComponent(key)).join("/");
}

export function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
