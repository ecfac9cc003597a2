import type { ObjectName } from "./object-name.ts";
import { shapeOf } from "./objects.ts";

/** What stands at a place of a description, by the specification. */
export type TypeAt =
  | { readonly object: ObjectName }
  /** A list or a map of such objects. */
  | { readonly collection: ObjectName }
  /** Something that is no object of the specification. */
  | "other"
  /** Nobody can say: a place of the description's own. */
  | undefined;

/** @param keys They lead to the place from the root. */
export function typeAt(keys: readonly string[]): TypeAt {
  let type: TypeAt = { object: "OpenAPI" };
  for (const key of keys) {
    if (type === undefined || type === "other") return type;
    if ("collection" in type) {
      type = { object: type.collection };
      continue;
    }
    const shape = shapeOf(type.object, key);
    if (!shape || shape.is === "anything" || shape.is === "value") return undefined;
    const { is, of } = shape;
    if (of === undefined || of === "string") type = "other";
    else type = is === "object" ? { object: of } : { collection: of };
  }
  return type;
}
