import type { Problem } from "../validation/problem.ts";

/** Thrown where a request is found to be unacceptable; the sandbox answers it as the description says. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    problems: readonly Problem[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`Answered with ${status}`);
    this.status = status;
    this.problems = problems;
    this.headers = headers;
  }
}
