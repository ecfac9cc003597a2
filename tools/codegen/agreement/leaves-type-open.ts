import { isObject } from "@visitors-api/openapi";

/**
 * Whether some part of a schema speaks of objects without saying that a value is one. The types have it as an object, for that is
 * what its author means; a validator lets pass what is none.
 */
export function leavesTypeOpen(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(leavesTypeOpen);
  if (!isObject(node)) return false;
  const speaks = ["properties", "required", "additionalProperties", "patternProperties"].some(
    (key) => key in node,
  );
  return (speaks && node["type"] === undefined) || Object.values(node).some(leavesTypeOpen);
}
