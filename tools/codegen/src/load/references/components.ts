import { basename, extname } from "node:path";
import { isObject, type JsonObject } from "../json.ts";
import type { Places } from "../places.ts";
import { pointerTo } from "../pointer.ts";

/** The components of a description, and those that the objects of other files become. */
export class Components {
  readonly #document: JsonObject;
  readonly #places: Places;
  /** The names that moved objects have, by the section that they are moved to. */
  readonly #moved = new Map<string, Map<object, string>>();

  constructor(document: JsonObject, places: Places) {
    this.#document = document;
    this.#places = places;
  }

  /** @returns false when the object has a name in the section already. */
  name(target: object, section: string, name: string): boolean {
    const names = this.#moved.get(section) ?? new Map<object, string>();
    this.#moved.set(section, names);
    if (names.has(target)) return false;
    names.set(target, name);
    return true;
  }

  /** The reference to an object of another file, which is a component of the section from now on. */
  referenceTo(target: object, section: string): string {
    const components = member(member(this.#document, "components"), section);
    const name = this.#moved.get(section)?.get(target) ?? this.#freeName(target, components);
    if (this.name(target, section, name)) components[name] = target;
    return pointerTo(["components", section, name]);
  }

  /** The last key that leads to it in its file or, if that is taken, more of them, and the file's own name. */
  #freeName(target: object, taken: JsonObject): string {
    const source = this.#places.sourceOf(target)?.absoluteRef ?? "";
    const file = basename(source, extname(source));
    const keys = this.#places.keysOf(target);
    const names = keys.map((_, index) => keys.slice(keys.length - 1 - index).join("-"));
    const last = keys.length > 0 ? `${file}_${keys.join("-")}` : file;
    const isFree = (name: string) => name !== "" && name !== "__proto__" && !Object.hasOwn(taken, name);
    const free = [...names, last].find(isFree);
    for (let count = 2; free === undefined; count++) {
      if (isFree(`${last}-${count}`)) return `${last}-${count}`;
    }
    return free;
  }
}

/** What stands under a key, which is an object from now on. */
function member(node: JsonObject, key: string): JsonObject {
  const found = node[key];
  if (isObject(found)) return found;
  const made: JsonObject = {};
  node[key] = made;
  return made;
}
