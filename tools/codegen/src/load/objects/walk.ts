import { compact, isObject, type JsonObject } from "../json.ts";
import { isReference, type ReferenceObject } from "../references/reference.ts";
import type { ObjectName } from "./object-name.ts";
import { shapeOf } from "./objects.ts";
import type { Shape } from "./shape.ts";

/** A place that an object of the specification stands in, or a reference to one. */
export interface Slot {
  /** Undefined for a list, a map or an example, in whose place the specification has no reference. */
  readonly name: ObjectName | undefined;
  /** What a list or a map is to have. */
  readonly items?: ObjectName | undefined;
  readonly holder: JsonObject | unknown[];
  readonly key: string | number;
  /** The object that it is part of. */
  readonly outer: Visit | undefined;
}

/** An object of the specification where the walk came upon it first. */
export interface Visit extends Slot {
  readonly name: ObjectName;
  readonly node: JsonObject;
}

/** What a reference leads to that has to be left out. */
export const nothing = Symbol("nothing");

export interface Walker {
  /** @returns What stands at its end, `nothing`, or undefined to go no further. */
  readonly reference: (reference: ReferenceObject, slot: Slot) => unknown;
  /**
   * @param visitToo Has the walk visit what an object leads to in another way than by a reference.
   * @returns false when the object is of no use, and the walk need not enter it.
   */
  readonly enter?: (visit: Visit, visitToo: (name: ObjectName, target: JsonObject) => void) => boolean;
  /**
   * Called in the end, for each place of an object of no use: until then, references find it. What it makes undefined
   * is taken out of its list or map.
   *
   * @returns false when what the place is part of is of no use either.
   */
  readonly leaveOut?: (slot: Slot) => boolean;
  /** Called when one object has to be two different things, and is taken apart. Without it, it is left as it is. */
  readonly copied?: (copy: object, original: object) => void;
}

/**
 * Visits every object of a description, wherever references lead, once for each thing that it has to be. Components
 * come first, so that what is wrong with one is found where it is defined.
 */
export function walk(document: JsonObject, { reference, enter, leaveOut, copied }: Walker): void {
  const visits = new Map<ObjectName, Map<object, Visit>>();
  const useless = new Set<Visit>();
  /** Followed one after the other, for a chain of them may be longer than a stack is deep. */
  const followed: { readonly slot: Slot & { readonly name: ObjectName }; readonly target: JsonObject }[] = [];
  const discarded: Slot[] = [];

  /** What each object is, or what it is a list or a map of. */
  const uses = new Map<object, string>();

  /**
   * YAML aliases, and references to where the specification says nothing, can have one object in the place of two.
   */
  const apart = (node: object, use: string, { holder, key }: Slot): object => {
    const earlier = uses.get(node);
    if (earlier === undefined) uses.set(node, use);
    if (!copied || earlier === undefined || earlier === use) return node;
    const copy = Array.isArray(node) ? [...node] : { ...node };
    uses.set(copy, use);
    copied(copy, node);
    // A list has numbers for keys, and an object has names.
    (holder as Record<string | number, unknown>)[key] = copy;
    return copy;
  };

  const visit = (node: JsonObject, slot: Slot & { readonly name: ObjectName }): Visit => {
    const known = visits.get(slot.name) ?? new Map<object, Visit>();
    visits.set(slot.name, known);
    const earlier = known.get(node);
    if (earlier) return earlier;
    const here = { ...slot, node };
    known.set(node, here);
    takeApart(here);
    const visitToo = (name: ObjectName, target: JsonObject) =>
      void followed.push({ slot: { name, holder: { target }, key: "target", outer: here }, target });
    if (enter && !enter(here, visitToo)) useless.add(here);
    else walkFields(here);
    return here;
  };

  const takeApart = (outer: Visit): void => {
    for (const [key, value] of Object.entries(outer.node)) {
      const { is, of } = shapeOf(outer.name, key) ?? {};
      const isCollection = (is === "list" || is === "map") && typeof value === "object" && value !== null;
      if (isCollection && !isReference(value))
        apart(value, `${is} of ${of}`, { name: undefined, holder: outer.node, key, outer });
    }
  };

  const walkFields = (outer: Visit): void => {
    for (const key of Object.keys(outer.node)) {
      const shape = shapeOf(outer.name, key);
      if (shape) walkField(shape, outer, key);
    }
  };

  const walkField = ({ is, of }: Shape, outer: Visit, key: string): void => {
    const slot = { holder: outer.node, key, outer };
    const name = of === "string" ? undefined : of;
    if (is === "object" && name) {
      walkObject({ ...slot, name });
      return;
    }
    if (is !== "list" && is !== "map" && is !== "value") return;
    const written = outer.node[key];
    const items = isReference(written)
      ? reference(written, { ...slot, name: undefined, items: name })
      : written;
    if (items === nothing) discarded.push({ ...slot, name: undefined });
    if (!name) return;
    // While a list is walked, what is left out of it must not move the rest.
    if (Array.isArray(items)) {
      for (const index of items.keys()) walkObject({ name, holder: items, key: index, outer });
    } else if (isObject(items)) {
      for (const key of Object.keys(items)) walkObject({ name, holder: items, key, outer });
    }
  };

  const walkObject = (slot: Slot & { readonly name: ObjectName }): void => {
    const written = at(slot);
    if (isReference(written)) {
      const target = reference(written, slot);
      if (target === nothing) discarded.push(slot);
      if (isObject(target)) followed.push({ slot, target });
      if (at(slot) === written && saysMoreBeside(slot.name)) visit(written, slot);
    } else if (isObject(written)) {
      // It is the object, or a copy of it.
      const node = apart(written, slot.name, slot) as JsonObject;
      if (useless.has(visit(node, slot))) discarded.push(slot);
    }
  };

  /** OpenAPI 3.1 § 4.8.9 and § 4.8.24. In OpenAPI 3.0 what stands beside a reference is ignored (§ 4.7.23). */
  const saysMoreBeside = (name: ObjectName): boolean =>
    name === "PathItem" || (name === "Schema" && !String(document["openapi"]).startsWith("3.0"));

  const root = {
    name: "OpenAPI",
    node: document,
    holder: { document },
    key: "document",
    outer: undefined,
  } as const;
  if (document["components"] !== undefined) walkField({ is: "object", of: "Components" }, root, "components");
  visit(document, root);
  const passed = new Set<object>();
  for (const { slot, target } of followed) {
    if (!isReference(target)) visit(target, slot);
    else if (!passed.has(target)) walkObject({ ...slot, holder: { target }, key: "target" });
    passed.add(target);
  }
  for (const { slot, target } of followed) {
    const visited = visits.get(slot.name)?.get(target);
    if (visited && useless.has(visited)) discarded.push(slot);
  }
  for (const slot of discarded) {
    const isOuterUseful = leaveOut?.(slot) ?? true;
    if (at(slot) === undefined && !Array.isArray(slot.holder)) delete slot.holder[slot.key];
    if (!isOuterUseful && slot.outer) discarded.push(slot.outer);
  }
  for (const { holder } of discarded) if (Array.isArray(holder)) compact(holder);
}

function at({ holder, key }: Slot): unknown {
  // A list has numbers for keys, and an object has names.
  return (holder as Record<string | number, unknown>)[key];
}
