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
  const context: Context = {
    ...options,
    document,
    schemas: [],
    incomplete: new Set(),
    told: new Set(),
    unusable: new Set(),
    uses: new Map(),
  };
  walk(document, {
    reference: (reference, slot) => resolveReference(reference, slot, dangling, context),
    enter(visit) {
      if (visit.name === "Schema") context.schemas.push(visit.node);
      const rules = objectRules.get(visit.name) ?? [];
      return rules.every((rule) => rule(visit, context) !== false);
    },
    copied: (copy, original) => options.places.adopt(copy, original),
    leaveOut(slot) {
      // A list has numbers for keys, and an object has names.
      const holder = slot.holder as Record<string | number, unknown>;
      const written = holder[slot.key];
      holder[slot.key] = slot.name === "Schema" ? {} : undefined;
      if (slot.name === "Parameter" && slot.outer) context.incomplete.add(slot.outer.node);
      if (slot.name === "SecurityScheme") context.unusable.add(String(slot.key));
      if (!isNeeded(slot)) return true;
      if (isReference(written) && !context.told.has(written) && slot.outer) {
        const message = `${operationOf(slot)} is skipped, for its request body has been left out.`;
        context.findings.consequence({ node: slot.outer.node, key: slot.key, isKey: true }, message);
      }
      return false;
    },
  });
  for (const rule of documentRules) rule(context);
}
