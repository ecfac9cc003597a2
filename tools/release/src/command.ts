import { ReleaseProblem } from "./problem.ts";

/** Runs a command, and shows what its user can put right as the message alone. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    // A description that cannot be read is told with its place.
    const isForUser =
      error instanceof ReleaseProblem || (error instanceof Error && error.name === "DescriptionError");
    console.error(isForUser ? error.message : error);
    process.exitCode = 1;
  }
}
