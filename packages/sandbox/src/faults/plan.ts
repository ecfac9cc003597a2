import { seededRandom } from "../seeded-random.ts";
import type { Fault } from "./fault.ts";

interface Step {
  readonly fault: Fault;
  /** How many more requests it may happen to. */
  left: number;
  readonly happens: () => boolean;
}

/** Which fault happens to which request: of a list, the first whose turn it is. */
export class FaultPlan {
  readonly #steps: Step[];

  constructor(faults: readonly Fault[]) {
    this.#steps = faults.map((fault, index) => {
      const { times = Number.POSITIVE_INFINITY, rate = 1, seed = 1 } = fault;
      // Each has numbers of its own: with the same ones, the second would never happen before the first has.
      const random = seededRandom(seed + index * 0x10001);
      return { fault, left: times, happens: () => random() < rate };
    });
  }

  /** The fault of the next request; undefined when nothing happens to it. */
  next(): Fault | undefined {
    const step = this.#steps.find(({ left, happens }) => left > 0 && happens());
    if (step) step.left--;
    return step?.fault;
  }
}
