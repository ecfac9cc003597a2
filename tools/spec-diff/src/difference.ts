import type { Place } from "@visitors-api/codegen/load";

export type { Place };

/** What a change asks of a user of the client: new code, nothing, or only another look at the documentation. */
export type Verdict = "breaking" | "additive" | "documentation";

/** From the strictest on. */
export const verdicts: readonly Verdict[] = ["breaking", "additive", "documentation"];

export interface Change {
  readonly verdict: Verdict;
  /** One sentence in a reader's words: what changed for somebody who uses the client. */
  readonly summary: string;
  /** Stable name of the rule that decided, such as `request-property-required`. */
  readonly rule: string;
  /** Undefined on the side where it does not exist. */
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** Tells it from every other, and stays the same whatever else changes meanwhile: other places, operations or words. */
  readonly identity: string;
  /** Operations that it touches: operationId, or `PUT /notes` without one. Empty when it touches all, or none. */
  readonly operations: readonly string[];
}

/** What the compiler refuses to assign: an old input to the new one, or a new output to the old one. */
export interface Problem {
  readonly operation: string;
  readonly side: "input" | "output";
  readonly message: string;
}

export interface Compatibility {
  readonly verdict: "breaking" | "compatible";
  readonly problems: readonly Problem[];
}

export interface Difference {
  /** The strictest of changes and compiler; undefined when nothing a reader could notice has changed. */
  readonly verdict: Verdict | undefined;
  /** From the strictest on. */
  readonly changes: readonly Change[];
  /** What the compiler says, beside the rules. */
  readonly compiler: Compatibility;
}

/** The strictest of some verdicts; undefined of none. */
export function strictest(given: Iterable<Verdict>): Verdict | undefined {
  const all = new Set(given);
  return verdicts.find((verdict) => all.has(verdict));
}
