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

/** An issue of a place, which is named as validators name it: `owner.email is required`. */
export function say(path: Path, message: string): Issue {
  const [place = "", ...keys] = path;
  return { path, text: `${keys.length === 0 ? place : nameOf(keys)} ${message}` };
}

/** How a reader calls what is inside of the whole; empty for the whole itself. */
export function nameOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    return before === "" ? String(key) : `${before}.${String(key)}`;
  }, "");
}

/** The id of the element at a place, as it stands in a link to it too. */
export function idOf(path: Path): string {
  return path.map((key) => encodeURIComponent(key)).join("/");
}
