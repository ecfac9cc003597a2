import type { Kind } from "../../rules/index.ts";
import type { Direction } from "../../rules/rule.ts";
import type { Finding, Spot } from "../findings.ts";
import type { At } from "./view.ts";

/** What the comparison of two schemas is made with. */
export interface Comparison {
  readonly direction: Direction;
  readonly found: (
    kind: Kind,
    words: Omit<Finding["words"], "subject">,
    before: Spot | undefined,
    after: Spot | undefined,
    /** What it is about, where that is not the schema itself. */
    name?: string,
  ) => void;
  /** Compares two schemas within these. */
  readonly within: (before: At, after: At, name: string) => void;
  /** The same where another schema held until now, of which only what breaks is of interest. */
  readonly against: (before: At, after: At, name: string) => void;
}
