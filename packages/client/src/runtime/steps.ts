import type { Step, StepResult } from "./description.ts";

/** Several steps as one. */
export function steps(...all: readonly Step[]): Step {
  return (entry, parts): StepResult => Object.assign({}, ...all.map((step) => step(entry, parts)));
}
