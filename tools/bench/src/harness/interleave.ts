/**
 * Measures each subject once in every round, so that whatever else the machine does meanwhile falls on all of them. The order
 * turns by one with each round: nobody always comes first.
 *
 * @returns The values of each subject, in the order of the subjects.
 */
export async function interleave<Subject, Value = number>(
  subjects: readonly Subject[],
  rounds: number,
  measure: (subject: Subject) => Value | Promise<Value>,
): Promise<Value[][]> {
  const values = subjects.map((): Value[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const index = (turn + round) % subjects.length;
      // The index is below the length of both.
      values[index]?.push(await measure(subjects[index] as Subject));
    }
  }
  return values;
}
