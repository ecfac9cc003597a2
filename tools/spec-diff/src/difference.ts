import type { Place } from "@visitors-api/codegen/load";

export type { Place };

/** What a change asks of a user of the client: new code, nothing, or only another look at the documentation. */
export type Verdict = "breaking" | "additive" | "documentation";

/** From the strictest on. */
export const verdicts: readonly Verdict[] = ["breaking", "additive", "documentation"];

export interface Change {
  /** Documentation for what is accepted: nothing but what people read was wrong. */
  readonly verdict: Verdict;
  /** One sentence in a reader's words: what changed for somebody who uses the client. */
  readonly summary: string;
  /** What the sentence is about, in its words. */
  readonly subject: string;
  /** What of it, in its words: a value, a keyword, a media type. Empty where it is about the subject alone. */
  readonly name: string;
  /** Stable name of the rule that decided, such as `request-property-required`. */
  readonly rule: string;
  /** The rule and a JSON Pointer in the description as one document: what a list of accepted changes calls it. */
  readonly id: string;
  /** Undefined on the side where it does not exist. */
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** Where to look in the description as it is now: at `after`, or at what is left around what was removed. */
  readonly at: Place | undefined;
  /** Tells it from every other, and stays the same whatever else changes meanwhile: other places, operations or words. */
  readonly identity: string;
  /** Operations that it touches: operationId, or `PUT /notes` without one. Empty when it touches all, or none. */
  readonly operations: readonly string[];
  /** Why it asks nothing of anybody, whatever the rules say. */
  readonly accepted?: Acceptance;
}

/** The description was wrong, and the API never did what it said. */
export interface Acceptance {
  /** In words for users. */
  readonly why: string;
  /** What the rules say of the change. */
  readonly verdict: Verdict;
}

/** What the compiler refuses to assign: an old input to the new one, or a new output to the old one. */
export interface Problem {
  readonly operation: string;
  readonly side: "input" | "output";
  /** What of the operation: `input`, `headers`, `output`, or the status that is documented for an error. */
  readonly part: string;
  /** One sentence in a reader's words. */
  readonly summary: string;
  /** In the compiler's own words, for who reads types. */
  readonly message: string;
  /** As that of a change. */
  readonly identity: string;
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
  /** What the compiler says, beside the rules. What comes from accepted changes alone is left out. */
  readonly compiler: Compatibility;
  /** Every operation that either description has, by the names that changes have for them. */
  readonly operations: readonly string[];
}

/** The strictest of some verdicts; undefined of none. */
export function strictest(given: Iterable<Verdict>): Verdict | undefined {
  const all = new Set(given);
  return verdicts.find((verdict) => all.has(verdict));
}

/** Whether a verdict is another one, or a stricter one. */
export function isAsStrictAs(verdict: Verdict, other: Verdict): boolean {
  return verdicts.indexOf(verdict) <= verdicts.indexOf(other);
}

/** Where rules and compiler disagree, the stricter of them stands. */
export function conclude(
  changes: readonly Change[],
  problems: readonly Problem[],
  operations: readonly string[],
): Difference {
  const isRefused = problems.length > 0;
  const found = changes.map(({ verdict }) => verdict);
  return {
    verdict: strictest(isRefused ? [...found, "breaking"] : found),
    changes,
    compiler: { verdict: isRefused ? "breaking" : "compatible", problems },
    operations,
  };
}

/** What the compiler refuses of operations in which no rule sees a break: those that do, say it in better words. */
export function unexplained({ changes, compiler }: Pick<Difference, "changes" | "compiler">): Problem[] {
  const breaking = changes.filter(({ verdict }) => verdict === "breaking");
  const broken = new Set(breaking.flatMap(({ operations }) => operations));
  return compiler.problems.filter(({ operation }) => !broken.has(operation));
}
