/** One thing that has to be in place before a first release, and whether it is. */
export interface Finding {
  /** `unknown` where nobody could be asked. */
  readonly state: "in place" | "missing" | "unknown";
  readonly what: string;
  /** What to do about it, and where to click. */
  readonly advice?: string;
}

export function inPlace(what: string): Finding {
  return { state: "in place", what };
}

export function missing(what: string, advice: string): Finding {
  return { state: "missing", what, advice };
}

export function notKnown(what: string, advice: string): Finding {
  return { state: "unknown", what, advice };
}

const marks = { "in place": "✓", missing: "✗", unknown: "?" } as const;

/** A finding for a terminal. */
export function printFinding({ state, what, advice }: Finding): string {
  const lines = advice?.split("\n").map((line) => `\n      ${line}`) ?? [];
  return `  ${marks[state]} ${what}${lines.join("")}`;
}
