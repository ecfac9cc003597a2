import type { OutputUnit } from "@cfworker/json-schema";
import { describeUnit } from "./describe-unit.ts";
import type { Problem } from "./problem.ts";

/**
 * Turns the validator's output, a flat list in which every keyword on the way to a mistake has an entry, into one
 * problem per mistake. Where a value fits none of several alternatives, the ones it comes closest to count.
 */
export function problemsFrom(units: readonly OutputUnit[]): Problem[] {
  const seen = new Set<string>();
  return mistakes(units)
    .map(describeUnit)
    .filter(({ message }) => !seen.has(message) && seen.add(message));
}

/** A mistake: the output unit that says it, or several that are one, such as "one of these is required". */
export type Mistake = readonly [OutputUnit, ...OutputUnit[]];

function mistakes(units: readonly OutputUnit[]): Mistake[] {
  const found: Mistake[] = [];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) break;
    const inner = descendants(units, index);
    if (unit.keyword === "anyOf" || (unit.keyword === "oneOf" && inner.length > 0)) {
      found.push(...closestAlternative(unit, inner));
      index += inner.length;
    } else if (unit.keyword === "contains") {
      // No item fits, so the list is the mistake, not each of its items.
      found.push([unit]);
      index += inner.length;
    } else if (inner.length === 0) {
      found.push([unit]);
    }
  }
  return found;
}

/** The units below a unit follow it directly: it only says that something in them is wrong. */
function descendants(units: readonly OutputUnit[], index: number): OutputUnit[] {
  const parent = units[index];
  let end = index + 1;
  while (parent !== undefined && isBelow(units[end], parent)) end++;
  return units.slice(index + 1, end);
}

function isBelow(unit: OutputUnit | undefined, parent: OutputUnit): boolean {
  if (unit === undefined) return false;
  // A schema that is `false` has no keywords, so its unit carries the location of the value instead.
  if (unit.keyword === "false") return `${unit.instanceLocation}/`.startsWith(`${parent.instanceLocation}/`);
  // The unit of `if` announces the mistakes below its neighbour `then` or `else`.
  const locations =
    parent.keyword === "if"
      ? [parent.keywordLocation.replace(/if$/, "then"), parent.keywordLocation.replace(/if$/, "else")]
      : [parent.keywordLocation];
  return locations.some((location) => unit.keywordLocation.startsWith(`${location}/`));
}

function closestAlternative(parent: OutputUnit, units: readonly OutputUnit[]): Mistake[] {
  const alternatives = byAlternative(parent, units).map(mistakes);
  // A value of the right type with a mistake in it is closer than one of another type.
  const ofRightType = alternatives.filter((list) => !list.some(([unit]) => isOtherType(unit, parent)));
  const candidates = ofRightType.length > 0 ? ofRightType : alternatives;
  const fewest = Math.min(...candidates.map((list) => list.length));
  const closest = candidates.filter((list) => list.length === fewest);

  const isShared = (mistake: Mistake) =>
    closest.every((list) => list.some((other) => sameMistake(mistake, other)));
  const shared = (closest[0] ?? []).filter(isShared);
  const own = closest.map((list) => list.filter((mistake) => !isShared(mistake)));
  const missing = own.map(onlyMissingProperty);
  const [first, ...others] = missing.filter((unit) => unit !== undefined);
  if (first !== undefined && others.length === missing.length - 1) return [[first, ...others], ...shared];
  return [...own.flat(), ...shared];
}

function byAlternative(parent: OutputUnit, units: readonly OutputUnit[]): OutputUnit[][] {
  const groups = new Map<string, OutputUnit[]>();
  let current = "";
  for (const unit of units) {
    if (unit.keywordLocation.startsWith(`${parent.keywordLocation}/`)) {
      current = unit.keywordLocation.slice(parent.keywordLocation.length + 1).split("/", 1)[0] ?? "";
    }
    groups.set(current, [...(groups.get(current) ?? []), unit]);
  }
  return [...groups.values()];
}

function isOtherType(unit: OutputUnit, parent: OutputUnit): boolean {
  return unit.keyword === "type" && unit.instanceLocation === parent.instanceLocation;
}

function sameMistake([a]: Mistake, [b]: Mistake): boolean {
  return a.keyword === b.keyword && a.instanceLocation === b.instanceLocation && a.error === b.error;
}

function onlyMissingProperty(list: readonly Mistake[]): OutputUnit | undefined {
  const [mistake, ...more] = list;
  return more.length === 0 && mistake?.length === 1 && mistake[0].keyword === "required"
    ? mistake[0]
    : undefined;
}
