import type { Verdict } from "@visitors-api/spec-diff";

/** What a changeset can ask for, from least to most. */
const bumps = ["none", "patch", "minor", "major"] as const;

export type Bump = (typeof bumps)[number];

/** Plain semantic versioning, below 1.0 too. */
export const bumpOf: Readonly<Record<Verdict, Bump>> = {
  breaking: "major",
  additive: "minor",
  documentation: "patch",
};

/** The greatest of them; "none" when there are none. */
export function highest(asked: Iterable<Bump>): Bump {
  return [...asked].reduce<Bump>((one, other) => (suffices(one, other) ? one : other), "none");
}

export function suffices(asked: Bump, needed: Bump): boolean {
  return bumps.indexOf(asked) >= bumps.indexOf(needed);
}
