import type { ObjectShape } from "@visitors-api/openapi";
import type { Grouping } from "./model.ts";

/**
 * Why an input holds the body as `body`: its properties and the parameters of these names cannot stand beside each other. Undefined where
 * they can.
 *
 * @param shape Undefined for a body that may be something else than an object.
 */
export function groupingOf(
  shape: ObjectShape | undefined,
  parameters: readonly { readonly name: string }[],
): Grouping | undefined {
  if (!shape) return { why: "no-object" };
  const shared = parameters.find(({ name }) => shape.properties.has(name));
  if (shared) return { why: "same-name", name: shared.name };
  const takesAny = shape.open || shape.properties.size === 0;
  return takesAny && parameters.length > 0 ? { why: "any-name" } : undefined;
}
