/** ECMAScript § 12.7: what may stand unquoted as a name, letters of every script included. */
const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}

function words(text: string): string[] {
  return text.match(/[\p{ID_Continue}$]+/gu)?.flatMap((part) => part.split("_").filter(Boolean)) ?? [];
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const startable = (text: string): string => (text === "" || isIdentifier(text) ? text : `_${text}`);

/** `pets/get-by-id` → `petsGetById`. What is an identifier already stays as it is; what has no letter becomes empty. */
export function camelCase(text: string): string {
  if (isIdentifier(text)) return text;
  const [first = "", ...rest] = words(text);
  return startable(lowerFirst(first) + rest.map(upperFirst).join(""));
}

/** `simple-user` → `SimpleUser`. Capitals inside a word stay. */
export function pascalCase(text: string): string {
  return startable(words(text).map(upperFirst).join(""));
}

/** Hands out names, each only once: one that is taken already gets the next number. */
export class Names {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string>) {
    this.#taken = new Set(reserved);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  take(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}${number}`;
    this.#taken.add(name);
    return name;
  }
}
