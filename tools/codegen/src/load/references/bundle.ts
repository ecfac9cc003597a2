import type { Document } from "@redocly/openapi-core";
import { pointerKeys } from "@visitors-api/openapi";
import type { Files } from "../files/files.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { ObjectName } from "../objects/object-name.ts";
import { objects } from "../objects/objects.ts";
import { typeAt } from "../objects/type-at.ts";
import { type Slot, type Visit, walk } from "../objects/walk.ts";
import type { Places } from "../places.ts";
import { pointerTo } from "../pointer.ts";
import { Components } from "./components.ts";
import { circular, follow, type Led, type Nowhere } from "./follow.ts";
import { mappedReferences } from "./mapped.ts";
import { isReference, type ReferenceObject } from "./reference.ts";

/** References out of the file that they stand in, or within another, that lead nowhere. */
export type Dangling = ReadonlyMap<object, Nowhere>;

/**
 * Moves what other files hold into the description. An object that the specification lets one refer to becomes a
 * component, under the name that the description itself gives it, or else the one that it has in its file. Whatever
 * else is referred to stands in the reference's place. Redocly's own does neither with a name that has a `/`, a `~`
 * or a `%`, nor with a file whose name is encoded.
 *
 * @param document Its references lead into it when this is done.
 */
export function bundle(document: Document, files: Files, places: Places): Dangling {
  return new Bundler(document, files, places).bundle();
}

class Bundler {
  readonly #root: JsonObject;
  readonly #file: string;
  readonly #files: Files;
  readonly #places: Places;
  readonly #components: Components;
  readonly #dangling = new Map<object, Nowhere>();
  /** Made when all is known, because references lead through others. */
  readonly #changes: (() => void)[] = [];

  constructor({ source, parsed }: Document, files: Files, places: Places) {
    this.#root = parsed;
    this.#file = source.absoluteRef;
    this.#files = files;
    this.#places = places;
    this.#components = new Components(parsed, places);
  }

  bundle(): Dangling {
    this.#nameComponents();
    walk(this.#root, {
      reference: (reference, slot) => this.#move(reference, slot),
      enter: (visit, visitToo) => {
        if (visit.name === "Discriminator")
          for (const target of this.#moveMapped(visit)) visitToo("Schema", target);
        return true;
      },
    });
    for (const change of this.#changes) change();
    return this.#dangling;
  }

  /** The names that the description gives to what stands in other files come before all others. */
  #nameComponents(): void {
    const components = this.#inPlace(this.#root, "components");
    if (!isObject(components)) return;
    for (const section of Object.keys(components)) {
      const named = this.#inPlace(components, section);
      if (section.startsWith("x-") || !isObject(named)) continue;
      for (const [name, reference] of Object.entries(named)) {
        const led = isReference(reference) && isMere(reference) ? this.#end(reference) : undefined;
        if (!led || "nothing" in led || !isObject(led.node) || this.#isOfRoot(led.node)) continue;
        const { node } = led;
        if (!this.#components.name(node, section, name)) continue;
        this.#changes.push(() => {
          named[name] = node;
        });
      }
    }
  }

  #inPlace(holder: JsonObject, key: string): unknown {
    const node = holder[key];
    const led = isReference(node) ? this.#end(node) : undefined;
    if (isReference(node) && led && "node" in led) this.#put({ holder, key }, node, led.node);
    return holder[key];
  }

  #move(reference: ReferenceObject, slot: Slot): unknown {
    const { $ref } = reference;
    const led = this.#end(reference);
    const staysInRoot = $ref.startsWith("#") && this.#isOfRoot(reference);
    if ("nothing" in led) {
      if (!staysInRoot) this.#dangling.set(reference, led);
      return undefined;
    }
    const target = led.node;
    const section = slot.name && objects[slot.name].component;
    if (section && staysInRoot) return target;
    // The value of an example may be an object with a property that is named so.
    if (slot.name === undefined && !isMere(reference)) return undefined;
    // What is no such list or map is told by the rules.
    if (slot.items && staysInRoot && !isCollection($ref, slot.items)) return undefined;
    if (!section || !isObject(target) || (slot.name === "PathItem" && !this.#isOfRoot(target))) {
      this.#changes.push(() => this.#put(slot, reference, target));
    } else {
      const moved = this.#referenceTo(target, section);
      this.#changes.push(() => {
        reference.$ref = moved;
      });
    }
    return target;
  }

  #moveMapped({ node }: Visit): JsonObject[] {
    return mappedReferences(node, this.#root).flatMap(({ mapping, value, $ref }) => {
      if ($ref.startsWith("#") && this.#isOfRoot(node)) return [];
      const led = follow({ $ref }, this.#baseOf(node), this.#files, this.#places);
      if (!led || "nothing" in led || !isObject(led.node)) return [];
      const moved = this.#referenceTo(led.node, "schemas");
      this.#changes.push(() => {
        mapping[value] = moved;
      });
      return [led.node];
    });
  }

  #referenceTo(target: object, section: string): string {
    if (this.#isOfRoot(target)) return pointerTo(this.#places.keysOf(target));
    return this.#components.referenceTo(target, section);
  }

  #put({ holder, key }: Pick<Slot, "holder" | "key">, reference: ReferenceObject, target: unknown): void {
    const { $ref: _, ...beside } = reference;
    const merged = isObject(target) && !isMere(reference) ? { ...target, ...beside } : undefined;
    if (merged) this.#places.adopt(merged, reference);
    // A list has numbers for keys, and an object has names.
    (holder as Record<string | number, unknown>)[key] = merged ?? target;
  }

  /** Where a chain of references that are nothing else leads. */
  #end(reference: ReferenceObject): Led {
    let current = reference;
    for (const passed = new Set<object>(); !passed.has(current); ) {
      passed.add(current);
      const led = follow(current, this.#baseOf(current), this.#files, this.#places) ?? { nothing: "" };
      if ("nothing" in led || !isReference(led.node) || !isMere(led.node)) return led;
      current = led.node;
    }
    return circular;
  }

  #baseOf(node: object): string {
    return this.#places.sourceOf(node)?.absoluteRef ?? this.#file;
  }

  #isOfRoot(node: object): boolean {
    return this.#baseOf(node) === this.#file;
  }
}

function isCollection($ref: string, items: ObjectName): boolean {
  const type = typeAt(pointerKeys($ref));
  return type === undefined || (type !== "other" && "collection" in type && type.collection === items);
}

function isMere(reference: object): boolean {
  return Object.keys(reference).length === 1;
}
