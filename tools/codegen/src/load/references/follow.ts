import { hasMember, pointerKeys } from "@visitors-api/openapi";
import type { Files } from "../files/files.ts";
import { referenceParts } from "../files/location.ts";
import type { Places } from "../places.ts";
import { isReference, type ReferenceObject } from "./reference.ts";

/** Where a reference leads. */
export type Led = Found | Nowhere;

interface Found {
  readonly node: unknown;
  /** Of a chain of references, the one that leads there. */
  readonly last?: ReferenceObject;
}

export interface Nowhere {
  /** Why, if there is more to say. */
  readonly nothing: string;
}

/** A reference that leads back to itself. */
export const circular: Nowhere = { nothing: "It leads back to itself." };

/**
 * What a reference leads to, which may be a reference itself. Where the way to it leads through one, it goes on
 * behind it.
 *
 * @returns undefined as long as it leads to a file that has not been read.
 */
export function follow(
  { $ref }: ReferenceObject,
  base: string,
  files: Files,
  places: Places,
  through: ReadonlySet<object> = new Set(),
): Led | undefined {
  const { file, fragment } = referenceParts($ref);
  const outcome = files.get(base, file);
  if (!outcome) return undefined;
  if ("reason" in outcome) return { nothing: outcome.reason };
  return descend(outcome.parsed, fragment, (passed) => {
    if (through.has(passed)) return circular;
    const from = places.sourceOf(passed)?.absoluteRef ?? base;
    return follow(passed, from, files, places, new Set([...through, passed]));
  });
}

/**
 * What a JSON Pointer in a URI fragment leads to.
 *
 * @param onward Where a reference leads that the way leads through.
 */
export function descend(
  document: unknown,
  fragment: string,
  onward: (reference: ReferenceObject) => Led | undefined,
): Led | undefined {
  if (/^#[^/]/.test(fragment)) {
    return { nothing: "A name after # is the one of an anchor, and these are not followed." };
  }
  let node = document;
  for (const key of pointerKeys(fragment)) {
    const passed = new Set<unknown>();
    while (!hasMember(node, key)) {
      if (!isReference(node)) return { nothing: "" };
      if (passed.has(node)) return circular;
      passed.add(node);
      const led = onward(node);
      if (!led || "nothing" in led) return led;
      node = led.node;
    }
    node = node[key];
  }
  return { node };
}

/** It leads to a reference that is known to lead nowhere. */
export const alreadyTold: Nowhere = { nothing: "" };

/**
 * Where a chain of references ends in a document that refers to nothing but itself.
 *
 * @param told References that are known to lead nowhere.
 */
export function resolveWithin(
  document: unknown,
  reference: ReferenceObject,
  told: ReadonlySet<object> = new Set(),
  active: ReadonlySet<object> = new Set(),
): Led {
  let current = reference;
  for (const passed = new Set(active); !passed.has(current); ) {
    if (current !== reference && told.has(current)) return alreadyTold;
    passed.add(current);
    const led = descend(document, current.$ref, (onward) => {
      if (told.has(onward)) return alreadyTold;
      return passed.has(onward) ? circular : resolveWithin(document, onward, told, passed);
    }) ?? { nothing: "" };
    if ("nothing" in led) return led;
    if (!isReference(led.node)) return { ...led, last: current };
    current = led.node;
  }
  return circular;
}
