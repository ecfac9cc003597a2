import { type Change, type Difference, verdicts } from "../difference.ts";
import { compareVerdicts, headings, listOperations, showPlace, summarize } from "./facts.ts";

/** A difference for a terminal. */
export function toText(difference: Difference): string {
  const { changes, compiler } = difference;
  const lines = [summarize(difference)];
  for (const verdict of verdicts) {
    const own = changes.filter((change) => change.verdict === verdict);
    if (own.length > 0) lines.push("", headings[verdict], ...own.flatMap(describe));
  }
  lines.push("", compareVerdicts(difference));
  for (const { operation, side, message } of compiler.problems) {
    lines.push(`  ${operation}, ${side}: ${message.replaceAll("\n", "\n    ")}`);
  }
  return `${lines.join("\n")}\n`;
}

function describe({ summary, rule, before, after, operations }: Change): string[] {
  return [
    `  ${summary}`,
    `    rule    ${rule}`,
    ...(before ? [`    before  ${showPlace(before)}`] : []),
    ...(after ? [`    after   ${showPlace(after)}`] : []),
    ...(operations.length > 0 ? [`    in      ${listOperations(operations)}`] : []),
  ];
}
