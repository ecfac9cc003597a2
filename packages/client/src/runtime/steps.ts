import type { Step, StepResult } from "./description.ts";

/** Several steps as one. */
export function steps(...all: readonly Step[]): Step {
  return (entry, parts): StepResult => {
    const results = all.map((step) => step(entry, parts));
    return Object.assign({}, ...results, {
      lastHeaders: Object.assign({}, ...results.map((result) => result?.lastHeaders)),
    });
  };
}
