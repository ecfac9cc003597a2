import type { Findings } from "../findings.ts";
import type { JsonObject } from "../json.ts";
import type { ObjectName } from "../objects/object-name.ts";
import type { Slot, Visit } from "../objects/walk.ts";
import type { Places } from "../places.ts";
import type { Version } from "../version.ts";

/** What rules work on, and with. */
export interface Context {
  /** It refers to nothing but itself, save for what leads nowhere. */
  readonly document: JsonObject;
  readonly version: Version;
  readonly findings: Findings;
  readonly places: Places;
  /** Every schema, from the outside in. */
  readonly schemas: JsonObject[];
  /** Operations and path items with a parameter that had to be left out. What they lack for it has been told. */
  readonly incomplete: Set<object>;
  /** What references have asked of each object so far. */
  readonly uses: Map<object, ObjectName>;
  /** References that lead nowhere. What leads to them does so too, and has been told with them. */
  readonly told: Set<object>;
  /** Security schemes that had to be left out. */
  readonly unusable: Set<string>;
}

/**
 * Looks at one object of the specification, tells what is wrong with it, and gives it its one sensible reading.
 *
 * @returns false when there is none, and the object has to be left out.
 */
export type ObjectRule = (visit: Visit, context: Context) => boolean | undefined;

/** The same for what can be said of a description only when every object in it is in order. */
export type DocumentRule = (context: Context) => void;

/** The operation that something is part of, as in "GET /pets". */
export function operationOf(slot: Slot | undefined): string | undefined {
  for (let at = slot; at; at = at.outer) {
    if (at.name === "Operation") return `${String(at.key).toUpperCase()} ${at.outer?.key ?? ""}`;
  }
  return undefined;
}

/** What becomes of an object of no use, for a message. */
export function fateOf(slot: Slot): string {
  if (slot.name === "Schema") return "Any value is taken for valid.";
  const operation = operationOf(slot);
  const isSkipped = slot.name === "Operation" || isNeeded(slot);
  return isSkipped && operation ? `${operation} is skipped.` : "It is left out.";
}

/** Whether an operation is of no use without it. */
export function isNeeded({ name, outer }: Slot): boolean {
  return name === "RequestBody" && outer?.name === "Operation";
}
