import { type Change, type Difference, verdicts } from "../difference.ts";
import { compareVerdicts, headings, listOperations, showPlace, summarize } from "./facts.ts";

/** A difference for a pull request. */
export function toMarkdown(difference: Difference): string {
  const { changes, compiler } = difference;
  const blocks = [summarize(difference)];
  for (const verdict of verdicts) {
    const own = changes.filter((change) => change.verdict === verdict);
    if (own.length > 0) blocks.push(`## ${headings[verdict]}`, own.map(describe).join("\n"));
  }
  blocks.push("## What the compiler says", compareVerdicts(difference));
  const problems = compiler.problems.map(
    ({ operation, side, message }) => `- \`${operation}\`, ${side}:\n${indent(fence(message))}`,
  );
  if (problems.length > 0) blocks.push(problems.join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

function describe({ summary, rule, before, after, operations }: Change): string {
  const places = [before && `before: \`${showPlace(before)}\``, after && `after: \`${showPlace(after)}\``];
  const named = listOperations(operations.map((operation) => `\`${operation}\``));
  const facts = [`rule: \`${rule}\``, ...places, named && `in: ${named}`].filter(Boolean);
  return `- ${summary.replaceAll(/\s*\n\s*/g, " ")}\n  <br>${facts.join("; ")}`;
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
