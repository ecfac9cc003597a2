/** What large language models' vendors take as the name of a function, and as that of an argument. */
const usable = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;
const longest = 64;

export function isUsableName(name: string): boolean {
  return usable.test(name);
}

/** Gives names that every client takes, each of them once. */
export class ToolNames {
  readonly #taken = new Set<string>();

  /** @param wanted Is taken as it is where it can be. */
  take(wanted: string): string {
    const letters = wanted.replaceAll(/[^A-Za-z0-9_-]+/g, "_");
    const safe = (/^[A-Za-z_]/.test(letters) ? letters : `_${letters}`).slice(0, longest);
    let name = safe;
    for (let count = 2; this.#taken.has(name); count += 1) {
      const suffix = `_${count}`;
      name = safe.slice(0, longest - suffix.length) + suffix;
    }
    this.#taken.add(name);
    return name;
  }
}
