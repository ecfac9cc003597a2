/** Something that whoever runs the benchmarks can mend. Its message says what and how; a stack would say nothing more. */
export class BenchmarkError extends Error {
  override readonly name: string = "BenchmarkError";
}
