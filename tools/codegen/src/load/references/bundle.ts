import { basename, extname } from "node:path";
import type { Document } from "@redocly/openapi-core";
import type { Files } from "../files/files.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { ObjectName } from "../objects/object-type.ts";
import { objects } from "../objects/objects.ts";
import { typeAt } from "../objects/type-at.ts";
import { type Slot, walk } from "../objects/walk.ts";
import type { Places } from "../places.ts";
import { pointerKeys, pointerTo } from "../pointer.ts";
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
  const root: JsonObject = document.parsed;
  const dangling = new Map<object, Nowhere>();
  /** The pointer of each component that is moved, by what it is a component as. */
  const moved = new Map<string, Map<object, string>>();
  /** Made when all is known, because references lead through others. */
  const changes: (() => void)[] = [];

  const baseOf = (node: object) => places.sourceOf(node)?.absoluteRef ?? document.source.absoluteRef;
  const isOfRoot = (node: object) => baseOf(node) === document.source.absoluteRef;

  /** Through references that are nothing else. */
  const end = (reference: ReferenceObject): Led => {
    let current = reference;
    for (const passed = new Set<object>(); !passed.has(current); ) {
      passed.add(current);
      const led = follow(current, baseOf(current), files, places) ?? { nothing: "" };
      if ("nothing" in led || !isReference(led.node) || !isMere(led.node)) return led;
      current = led.node;
    }
    return circular;
  };

  const put = (
    { holder, key }: Pick<Slot, "holder" | "key">,
    reference: ReferenceObject,
    target: unknown,
  ): void => {
    const { $ref: _, ...beside } = { ...reference };
    let placed = target;
    if (isObject(target) && !isMere(reference)) {
      placed = { ...target, ...beside };
      // It was an object a line ago.
      places.adopt(placed as object, reference);
    }
    // A list has numbers for keys, and an object has names.
    (holder as Record<string | number, unknown>)[key] = placed;
  };

  const addressOf = (target: object, section: string): string => {
    if (isOfRoot(target)) return pointerTo(places.keysOf(target));
    const known = moved.get(section) ?? new Map<object, string>();
    moved.set(section, known);
    const address = known.get(target);
    if (address !== undefined) return address;
    const components = member(root, "components");
    const named = member(components, section);
    const name = nameOf(target, named);
    named[name] = target;
    known.set(target, pointerTo(["components", section, name]));
    return pointerTo(["components", section, name]);
  };

  const nameOf = (target: object, taken: JsonObject): string => {
    const file = basename(baseOf(target), extname(baseOf(target)));
    const keys = places.keysOf(target);
    const names = keys.map((_, index) => keys.slice(keys.length - 1 - index).join("-"));
    names.push(keys.length > 0 ? `${file}_${keys.join("-")}` : file);
    const last = names.at(-1) ?? file;
    const free = names.find((name) => name !== "" && !Object.hasOwn(taken, name));
    for (let count = 2; ; count++) {
      if (free !== undefined) return free;
      if (!Object.hasOwn(taken, `${last}-${count}`)) return `${last}-${count}`;
    }
  };

  const resolved = (reference: ReferenceObject, slot: Slot): unknown => {
    const led = end(reference);
    const section = slot.name && objects[slot.name].component;
    const staysInRoot = reference.$ref.startsWith("#") && isOfRoot(reference);
    if ("nothing" in led) {
      if (!staysInRoot) dangling.set(reference, led);
      return undefined;
    }
    const target = led.node;
    if (section && staysInRoot) return target;
    // The value of an example may be an object with a property that is named so.
    if (slot.name === undefined && !isMere(reference)) return undefined;
    // What is no such list or map is told by the rules.
    if (slot.items && staysInRoot && !isCollection(reference.$ref, slot.items)) return undefined;
    const isPlaced = !section || !isObject(target) || (slot.name === "PathItem" && !isOfRoot(target));
    if (isPlaced) changes.push(() => put(slot, reference, target));
    else {
      const address = addressOf(target, section);
      changes.push(() => {
        reference.$ref = address;
      });
    }
    return target;
  };

  /** The names that the description gives to what stands in other files come before all others. */
  const nameComponents = (): void => {
    const inPlace = (holder: JsonObject, key: string): unknown => {
      const node = holder[key];
      const led = isReference(node) ? end(node) : undefined;
      if (isReference(node) && led && "node" in led) put({ holder, key }, node, led.node);
      return holder[key];
    };
    const components = inPlace(root, "components");
    if (!isObject(components)) return;
    for (const section of Object.keys(components)) {
      const named = inPlace(components, section);
      if (section.startsWith("x-") || !isObject(named)) continue;
      const known = moved.get(section) ?? new Map<object, string>();
      moved.set(section, known);
      for (const [name, reference] of Object.entries(named)) {
        if (!isReference(reference) || !isMere(reference)) continue;
        const led = end(reference);
        if ("nothing" in led || !isObject(led.node) || isOfRoot(led.node) || known.has(led.node)) continue;
        const { node } = led;
        changes.push(() => {
          named[name] = node;
        });
        known.set(led.node, pointerTo(["components", section, name]));
      }
    }
  };

  nameComponents();
  walk(root, {
    reference: resolved,
    enter({ name, node }, visitToo) {
      if (name !== "Discriminator") return true;
      for (const { mapping, value, $ref } of mappedReferences(node, root)) {
        if ($ref.startsWith("#") && isOfRoot(node)) continue;
        const led = follow({ $ref }, baseOf(node), files, places) ?? { nothing: "" };
        if ("nothing" in led || !isObject(led.node)) continue;
        visitToo("Schema", led.node);
        const address = addressOf(led.node, "schemas");
        changes.push(() => {
          mapping[value] = address;
        });
      }
      return true;
    },
  });
  for (const change of changes) change();
  return dangling;
}

function isCollection($ref: string, items: ObjectName): boolean {
  const type = typeAt(pointerKeys($ref));
  return type === undefined || (type !== "other" && "collection" in type && type.collection === items);
}

function isMere(reference: object): boolean {
  return Object.keys(reference).length === 1;
}

/** What stands under a key, which is an object from now on. */
function member(node: JsonObject, key: string): JsonObject {
  const found = node[key];
  if (isObject(found)) return found;
  const made: JsonObject = {};
  node[key] = made;
  return made;
}
