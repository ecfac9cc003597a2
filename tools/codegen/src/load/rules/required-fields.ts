import { objects } from "../objects/objects.ts";
import type { Visit } from "../objects/walk.ts";
import { type Context, fateOf } from "./rule.ts";

/** What an object says nothing without is there. */
export function requiredFields(visit: Visit, { findings }: Context): boolean {
  const { called, required } = objects[visit.name];
  const missing = (required?.(visit.node) ?? []).filter((field) => !Object.hasOwn(visit.node, field));
  for (const field of missing) {
    findings.mistake({
      at: { node: visit.node },
      what: `The field \`${field}\` must be present in ${called}.`,
      advice: "Add it.",
      reading: fateOf(visit),
    });
  }
  return missing.length === 0;
}
