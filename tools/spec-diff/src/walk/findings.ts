import type { Kind } from "../rules/index.ts";
import type { Direction, Words } from "../rules/rule.ts";

/** A part of a description: an object or, with a key, what it holds under that key. */
export interface Spot {
  readonly node: object;
  readonly key?: string | number | undefined;
}

/** Something that is not as it was, before anybody judges it. */
export interface Finding {
  readonly kind: Kind;
  /** Undefined where it does not matter. */
  readonly direction: Direction | undefined;
  readonly words: Partial<Words> & Pick<Words, "subject">;
  readonly before: Spot | undefined;
  readonly after: Spot | undefined;
}

/**
 * What was found in one place, and in what belongs to it. A schema that many operations refer to is looked at once, and
 * is part of the findings of each; one that refers to itself is part of its own.
 */
export class Findings {
  readonly own: Finding[] = [];
  readonly parts: Findings[] = [];

  add(
    kind: Kind,
    words: Finding["words"],
    before: Spot | undefined,
    after: Spot | undefined,
    direction?: Direction,
  ): void {
    this.own.push({ kind, direction, words, before, after });
  }

  /** All that is found here and in every part. */
  *all(): Generator<Finding> {
    // A set is walked in the order of its insertions, those made meanwhile included.
    const reached = new Set<Findings>([this]);
    for (const findings of reached) {
      yield* findings.own;
      for (const part of findings.parts) reached.add(part);
    }
  }
}
