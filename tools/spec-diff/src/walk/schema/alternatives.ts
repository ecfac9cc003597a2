import { canonical, pairs } from "../values.ts";
import type { Comparison } from "./comparison.ts";
import { compareDiscriminators } from "./discriminator.ts";
import { valuesOf } from "./enumeration.ts";
import { areDisjoint } from "./simplify.ts";
import { compareNull, mayBeNull, typesOf } from "./types.ts";
import { type At, follow, type Union, type View, viewOf } from "./view.ts";

/** @returns Whether the schemas are compared by it: one is a union and nothing else, and the other is none. */
export function compareAlternatives(before: View, after: View, comparison: Comparison): boolean {
  const { found } = comparison;
  const [was, is] = [before.unions, after.unions];
  const isOther = (one: View, other: View): boolean =>
    isUnion(one) && other.unions.length === 0 && !isAnything(other);
  if (isOther(before, after) || isOther(after, before)) {
    // What is no union is one of a single alternative.
    const members = [before, after].map(membersOf);
    compareMembers(before, after, members[0] ?? [], members[1] ?? [], comparison);
    compareNull(before, after, isNullable(before), isNullable(after), comparison);
    return true;
  }
  for (let index = 0; index < Math.max(was.length, is.length); index++) {
    const [one, other] = [was[index], is[index]];
    if (one && other) {
      compareMembers(before, after, one.members, other.members, comparison);
      const kind = other.keyword === "oneOf" ? "alternatives-exclusive" : "alternatives-inclusive";
      const isSame = one.keyword === other.keyword || isExclusive(before, one) === isExclusive(after, other);
      if (!isSame) found(kind, {}, one.spot, other.spot);
    } else if (other) found("alternatives-added", { name: quantity(other) }, before.at.spot, other.spot);
    else if (one) found("alternatives-removed", { name: quantity(one) }, one.spot, after.at.spot);
  }
  compareDiscriminators(before, after, comparison);
  return false;
}

/** Whether each alternative of the one has become one of the other. */
export function haveSameAlternatives(before: View, after: View): boolean {
  return (
    before.unions.length === after.unions.length &&
    before.unions.every((union, index) => {
      const { removed, added } = match(before, after, union.members, after.unions[index]?.members ?? []);
      return removed.length === 0 && added.length === 0;
    })
  );
}

/** Whether a value matches one alternative only: because that is said, or because no value matches two. */
function isExclusive(view: View, { keyword, members }: Union): boolean {
  return keyword === "oneOf" || areDisjoint(view, members);
}

function isUnion(view: View): boolean {
  return view.unions.length === 1 && typesOf(view) === undefined && valuesOf(view) === undefined;
}

/** The alternatives, without a word on null: whether it is one of them is compared by itself. */
function membersOf(view: View): At[] {
  const members = view.unions[0]?.members ?? [view.sole ?? view.at];
  return members.map((at) => ({ ...at, nullAside: true }));
}

function isNullable(view: View): boolean {
  const members = view.unions.flatMap((union) => union.members);
  return mayBeNull(view) || members.some((at) => mayBeNull(viewOf(view.document, at, view.direction)));
}

function isAnything(view: View): boolean {
  return typesOf(view) === undefined && valuesOf(view) === undefined;
}

function quantity({ keyword }: Union): string {
  return keyword === "oneOf" ? "exactly one" : "one";
}

function compareMembers(
  before: View,
  after: View,
  was: readonly At[],
  is: readonly At[],
  { found, within }: Comparison,
): void {
  const { matched, removed, added } = match(before, after, was, is);
  for (const [one, other] of matched) within(one, other, "");
  for (const one of removed)
    found("alternative-removed", { name: nameOf(before, one) }, one.spot, after.at.spot);
  for (const other of added)
    found("alternative-added", { name: nameOf(after, other) }, before.at.spot, other.spot);
}

/** Finds what an alternative has become: what has its name, what says the same, what has its title or its type. */
function match(before: View, after: View, was: readonly At[], is: readonly At[]) {
  const matched: [At, At][] = [];
  let [removed, added] = [was, is];
  const likenesses: ((view: View, at: At) => string | undefined)[] = [
    ({ document }, at) => at.component ?? follow(document, at)?.component,
    ({ document }, { schema }) => canonical(document, schema),
    (_, { schema }) => {
      const title: unknown = typeof schema === "object" && Reflect.get(schema, "title");
      return typeof title === "string" ? title : undefined;
    },
    ({ document, direction }, at) => {
      const types = typesOf(viewOf(document, at, direction));
      return types && [...types].sort().join(" ");
    },
  ];
  for (const likeness of likenesses) {
    const keyed = (view: View, list: readonly At[]) => {
      const groups = new Map<string, At[]>();
      for (const at of list) {
        const key = likeness(view, at);
        if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), at]);
      }
      return groups;
    };
    for (const pair of pairs(keyed(before, removed), keyed(after, added))) {
      for (const [index, one] of (pair.before ?? []).entries()) {
        const other = pair.after?.[index];
        if (other) matched.push([one, other]);
      }
    }
    removed = removed.filter((at) => !matched.some(([one]) => one === at));
    added = added.filter((at) => !matched.some(([, other]) => other === at));
  }
  return { matched, removed, added };
}

function nameOf(view: View, at: At): string {
  const component = at.component ?? follow(view.document, at)?.component;
  if (component !== undefined) return `\`${component}\``;
  const title: unknown = typeof at.schema === "object" && Reflect.get(at.schema, "title");
  if (typeof title === "string") return `\`${title}\``;
  const types = typesOf(viewOf(view.document, at, view.direction));
  return types ? [...types].map((type) => `\`${type}\``).join(" or ") : "anything";
}
