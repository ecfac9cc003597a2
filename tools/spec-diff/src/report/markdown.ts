import type { Difference, Verdict } from "../difference.ts";
import {
  compareVerdicts,
  headings,
  listOperations,
  mostTexts,
  sayLine,
  showPlace,
  summarize,
} from "./facts.ts";
import { type Group, type Line, outline, type Section } from "./outline.ts";
import { refusals } from "./problems.ts";

/** What a pull request shows without being asked; the rest is folded. */
const mostRefusals = 10;
const mostAdditions = 12;

/** A difference for a pull request. */
export function toMarkdown(difference: Difference, level: Verdict = "documentation"): string {
  const blocks = [summarize(difference), ...outline(difference, level).flatMap(describeSection)];
  blocks.push("## What the compiler says", compareVerdicts(difference));
  const found = refusals(difference).map((sentence) => `- ${sentence}`);
  const [shown, more] = [found.slice(0, mostRefusals), found.length - mostRefusals];
  if (shown.length > 0) blocks.push(shown.join("\n"));
  if (more > 0) blocks.push(`And ${more} more; \`--format json\` has all of them.`);
  return `${blocks.join("\n\n")}\n`;
}

function describeSection({ kind, changes, groups }: Section): string[] {
  if (kind === "documentation") {
    const list = groups.flatMap(({ lines }) => lines.map((line) => `- ${sayLine(line, mostTexts)}`));
    return [
      `<details><summary>${headings[kind]}: ${changes.length}</summary>`,
      list.join("\n"),
      "</details>",
    ];
  }
  const most = kind === "additive" ? mostAdditions : undefined;
  return [`## ${headings[kind]}`, ...groups.flatMap((group) => describeGroup(group, most))];
}

function describeGroup({ title, isOperation, lines }: Group, most: number | undefined): string[] {
  const heading = isOperation ? code(title) : title;
  return [`### ${heading}`, lines.map((line) => describe(line, isOperation, most)).join("\n")];
}

function describe(line: Line, isOfOneOperation: boolean, most: number | undefined): string {
  const { changes } = line;
  const [{ rule, id, verdict, at }, ...others] = changes;
  const operations = isOfOneOperation ? "" : listOperations(changes, code);
  const facts = [
    others.length > 0 || verdict !== "breaking" ? code(rule) : code(id),
    ...(others.length > 0 ? [`${changes.length} times`] : []),
    ...(at ? [code(showPlace(at))] : []),
    ...(operations ? [`in ${operations}`] : []),
  ];
  return `- ${sayLine(line, most)}\n  <br>${facts.join("; ")}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
