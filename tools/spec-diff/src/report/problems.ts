import { type Difference, unexplained } from "../difference.ts";

/**
 * What is said of what the compiler refuses, each sentence once. Where the rules see what breaks an operation, they have said it.
 */
export function refusals(difference: Difference): string[] {
  return [...new Set(unexplained(difference).map(({ summary }) => summary))];
}
