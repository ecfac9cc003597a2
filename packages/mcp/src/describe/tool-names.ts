/** What large language models' vendors take as the name of a function, of an argument too but for the hyphen that some refuse. */
const longest = 64;

/** Gives names that every client takes, each of them once. */
export class ToolNames {
  readonly #taken = new Set<string>();

  /** @param wanted Is taken as it is where it can be. */
  take(wanted: string): string {
    const safe = wanted.replaceAll(/[^A-Za-z0-9_-]+/g, "_").slice(0, longest) || "_";
    let name = safe;
    for (let count = 2; this.#taken.has(name); count += 1) {
      const suffix = `_${count}`;
      name = safe.slice(0, longest - suffix.length) + suffix;
    }
    this.#taken.add(name);
    return name;
  }
}
