import type { Difference, Verdict } from "../difference.ts";
import {
  compareVerdicts,
  headings,
  listOperations,
  listSome,
  mostTexts,
  sayLine,
  showPlace,
  summarize,
} from "./facts.ts";
import { type Group, type Line, outline } from "./outline.ts";
import { refusals } from "./problems.ts";

/** A difference for a terminal. */
export function toText(difference: Difference, level: Verdict = "documentation"): string {
  const lines = [summarize(difference)];
  for (const { kind, groups } of outline(difference, level)) {
    lines.push("", headings[kind]);
    if (kind === "documentation") {
      lines.push(...groups.flatMap((group) => group.lines.map((line) => `  ${sayLine(line, mostTexts)}`)));
    } else lines.push(...groups.flatMap(describeGroup));
  }
  lines.push("", compareVerdicts(difference));
  lines.push(...refusals(difference).map((sentence) => `  ${sentence}`));
  return `${lines.join("\n")}\n`;
}

function describeGroup({ title, isOperation, lines }: Group): string[] {
  return ["", `  ${title}`, ...lines.flatMap((line) => describe(line, isOperation))];
}

function describe(line: Line, isOfOneOperation: boolean): string[] {
  const { changes } = line;
  const [{ rule, id, verdict, before, after }, ...others] = changes;
  const operations = isOfOneOperation ? "" : listOperations(changes);
  const facts =
    others.length > 0
      ? [
          `rule    ${rule}, ${changes.length} times`,
          // Each may have to be accepted by itself.
          ...(verdict === "breaking" ? changes.map((one) => `change  ${one.id}`) : []),
          `at      ${listSome([...new Set(changes.flatMap(({ at }) => at ?? []).map(showPlace))], 3)}`,
        ]
      : [
          `change  ${id}`,
          ...(before ? [`before  ${showPlace(before)}`] : []),
          ...(after ? [`after   ${showPlace(after)}`] : []),
        ];
  return [
    `    ${sayLine(line)}`,
    ...[...facts, ...(operations ? [`in      ${operations}`] : [])].map((fact) => `      ${fact}`),
  ];
}
