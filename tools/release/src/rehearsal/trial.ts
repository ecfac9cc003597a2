import type { Run } from "@visitors-api/machine/run";
import type { Bump } from "../changesets/bump.ts";
import { ReleaseProblem } from "../problem.ts";

/** What became of a program in a project that has installed the packages. */
export interface Trial {
  readonly compiled: Pick<Run, "status" | "output">;
  readonly ran: Pick<Run, "status" | "output">;
}

/**
 * The output of a program that has to compile and to run.
 *
 * @throws {ReleaseProblem} with the compiler's or the program's own words when it does not.
 */
export function whatItPrinted({ compiled, ran }: Trial): string {
  if (compiled.status !== 0) throw new ReleaseProblem(`${compiled.output}\nIt does not compile, see above.`);
  if (ran.status !== 0) throw new ReleaseProblem(`${ran.output}\nIt does not run, see above.`);
  return ran.output.trim();
}

/** What became of the previous release's program, which only a major version may break. */
export function previousOutcome(trial: Trial, bump: Bump): string {
  if (bump !== "major") return whatItPrinted(trial);
  const compiles = trial.compiled.status === 0 ? "still compiles" : "no longer compiles";
  const runs = trial.ran.status === 0 ? "still runs" : "no longer runs";
  return `it ${compiles} and ${runs}, which a major version is free to change`;
}
