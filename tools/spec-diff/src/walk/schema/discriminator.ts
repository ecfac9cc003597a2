import { schemaName } from "@visitors-api/openapi";
import { code, pairs } from "../values.ts";
import type { Comparison } from "./comparison.ts";
import { follow, spotOfKeyword, type View } from "./view.ts";

interface Discriminator {
  readonly property: string;
  /** The component that each value stands for. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** OpenAPI 3.1 § 4.8.25: what the mapping does not name is known by the name of its component. */
function discriminatorOf({ document, parts, unions }: View): Discriminator | undefined {
  const found = parts.map(({ discriminator }) => discriminator).find(Boolean);
  if (!found) return undefined;
  const mapping = new Map(
    Object.entries(found.mapping ?? {}).map(([value, target]) => [value, schemaName(target) ?? target]),
  );
  const named = new Set(mapping.values());
  for (const member of unions.flatMap(({ members }) => members)) {
    const component = follow(document, member)?.component;
    if (component === undefined || named.has(component) || mapping.has(component)) continue;
    mapping.set(component, component);
  }
  return { property: found.propertyName ?? "", mapping };
}

export function compareDiscriminators(before: View, after: View, { found }: Comparison): void {
  const [was, is] = [discriminatorOf(before), discriminatorOf(after)];
  const spots = [spotOfKeyword(before, "discriminator"), spotOfKeyword(after, "discriminator")] as const;
  if (!was || !is) {
    if (is) found("discriminator-added", { name: code(is.property) }, ...spots);
    if (was) found("discriminator-removed", { name: code(was.property) }, ...spots);
    return;
  }
  if (was.property !== is.property) {
    found("discriminator-changed", { was: code(was.property), is: code(is.property) }, ...spots);
    return;
  }
  for (const { key, ...target } of pairs(was.mapping, is.mapping)) {
    const name = code(key);
    // An alternative that came or went is found as such.
    const isKnown = (mapping: ReadonlyMap<string, string>, component: string): boolean =>
      after.unions.length === 0 || [...mapping.values()].includes(component);
    if (target.before === undefined) {
      if (isKnown(was.mapping, target.after ?? "")) found("discriminator-value-added", { name }, ...spots);
    } else if (target.after === undefined) {
      if (isKnown(is.mapping, target.before)) found("discriminator-value-removed", { name }, ...spots);
    } else if (target.before !== target.after) {
      const say = (component: string): string => `${name} for \`${component}\``;
      found("discriminator-changed", { was: say(target.before), is: say(target.after) }, ...spots);
    }
  }
}
