import type { JsonObject } from "./json.ts";
import { walk } from "./objects/walk.ts";
import type { Dangling } from "./references/bundle.ts";
import { isReference } from "./references/reference.ts";
import { documentRules, objectRules } from "./rules/index.ts";
import { resolveReference } from "./rules/references.ts";
import { type Context, isNeeded, operationOf } from "./rules/rule.ts";

/**
 * Finds what is wrong with a description, and gives each mistake its one sensible reading. Whoever asked decides what
 * to do with it then.
 */
export function check(
  document: JsonObject,
  dangling: Dangling,
  options: Pick<Context, "findings" | "places" | "version">,
): void {
  const known = { incomplete: new Set<object>(), told: new Set<object>(), unusable: new Set<string>() };
  for (let count = 0; ; ) {
    const context: Context = { ...options, ...known, document, schemas: [], uses: new Map() };
    const isLeftOut = leavesOut(dangling, context);
    for (const rule of documentRules) rule(context);
    // What refers to something in what is left out leads nowhere now. Strictly, that is no mistake of its own.
    if (!isLeftOut || !options.findings.isLenient) return;
    const { length } = options.findings.warnings;
    if (length === count) return;
    count = length;
  }
}

/** Looks at each object of a description, and tells whether one had to be left out. */
function leavesOut(dangling: Dangling, context: Context): boolean {
  const { document, findings, places } = context;
  let isLeftOut = false;
  walk(document, {
    reference: (reference, slot) => resolveReference(reference, slot, dangling, context),
    enter(visit) {
      if (visit.name === "Schema") context.schemas.push(visit.node);
      const rules = objectRules.get(visit.name) ?? [];
      return rules.every((rule) => rule(visit, context) !== false);
    },
    copied: (copy, original) => places.adopt(copy, original),
    leaveOut(slot) {
      isLeftOut = true;
      // A list has numbers for keys, and an object has names.
      const holder = slot.holder as Record<string | number, unknown>;
      const written = holder[slot.key];
      holder[slot.key] = slot.name === "Schema" ? {} : undefined;
      if (slot.name === "Parameter" && slot.outer) context.incomplete.add(slot.outer.node);
      if (slot.name === "SecurityScheme") context.unusable.add(String(slot.key));
      if (!isNeeded(slot)) return true;
      if (isReference(written) && !context.told.has(written) && slot.outer) {
        const message = `${operationOf(slot)} is skipped, for its request body has been left out.`;
        findings.consequence({ node: slot.outer.node, key: slot.key, isKey: true }, message);
      }
      return false;
    },
  });
  return isLeftOut;
}
