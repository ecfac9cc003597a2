import type { Difference, Verdict } from "@visitors-api/spec-diff";

/** A difference with these changes, each told as its verdict, its sentence and the operations that it touches. */
export function difference(
  changes: readonly (readonly [Verdict, string, (readonly string[])?])[],
  problems: Difference["compiler"]["problems"] = [],
): Difference {
  return {
    verdict: changes[0]?.[0],
    changes: changes.map(([verdict, summary, operations = []]) => ({
      verdict,
      summary,
      subject: "",
      name: "",
      rule: "any",
      id: `any ${summary}`,
      before: undefined,
      after: undefined,
      at: undefined,
      identity: `${verdict} ${summary}`,
      operations,
    })),
    compiler: { verdict: problems.length > 0 ? "breaking" : "compatible", problems },
    operations: [],
  };
}
