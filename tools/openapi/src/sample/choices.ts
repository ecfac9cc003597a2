/** Chooses one of several ways to go on, the first of which is the preferred one. */
export type Choose = (count: number) => number;

/**
 * Gives what to choose with, again and again, to whoever makes something by choices: the first time the preferred way
 * is chosen everywhere, then everywhere but once, then everywhere but twice (limited discrepancy search).
 *
 * @param most How often at most.
 */
export function* choices(most: number): Generator<Choose> {
  const plans: number[][] = [[]];
  for (const plan of plans) {
    const made: { readonly count: number; readonly choice: number }[] = [];
    yield (count) => {
      const choice = plan[made.length] ?? 0;
      made.push({ count, choice });
      return choice;
    };
    for (let at = plan.length; at < made.length; at++) {
      const before = made.slice(0, at).map(({ choice }) => choice);
      const { count = 0 } = made[at] ?? {};
      for (let other = 1; other < count && plans.length < most; other++) plans.push([...before, other]);
    }
  }
}
