import type { Verdict } from "../../src/difference.ts";
import type { Patch } from "./pets.ts";

/**
 * What is expected of an edit: the verdict, and all the rules that decide on it. The compiler is
 * expected to refuse what is breaking and nothing else, unless it says otherwise.
 */
export type Expected = readonly [
  verdict: Verdict | undefined,
  rules: string,
  compiler?: "the compiler takes it" | "the compiler refuses it",
];

/** Two states of a description, and what it means to go from the first to the second, and back. */
export interface Edit {
  readonly what: string;
  readonly before: Patch;
  readonly after: Patch;
  readonly forth: Expected;
  readonly back: Expected;
  /** A sentence that is said of going forth, where it has to give a reason. */
  readonly says?: string;
  /** Where it can be written. Default: in both. */
  readonly only?: "3.0" | "3.1";
}
