import type { Table } from "./harness/table.ts";

/** Something that is compared. */
export interface Benchmark {
  /** As it is named on the command line. */
  readonly name: string;
  readonly title: string;
  /** What is done, and what the figures mean. */
  readonly method: string;
  run(options: BenchmarkOptions): Promise<Report>;
}

export interface BenchmarkOptions {
  /** A description to generate from in place of the two that are at hand. */
  readonly description?: string;
}

export interface Report {
  /** A caption may be empty where there is one table only. */
  readonly tables: readonly (Table & { readonly caption?: string })[];
  /** The figures that the tables were made from, as JSON. */
  readonly values: unknown;
}
