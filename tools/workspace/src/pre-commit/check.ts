import type { Staged } from "./staged.ts";

export interface Finding {
  /** What the tool said. */
  readonly output: string;
  /** What to do about it. */
  readonly repair: string;
}

/** One look at what is staged. */
export interface Check {
  /** What of the index it reads, as git's pathspecs; none when nothing that is staged concerns it. */
  reads(staged: Staged): readonly string[];
  /** @param folder The files that it asked for, and those that others did. */
  run(folder: string, staged: Staged): Promise<Finding | undefined>;
}
