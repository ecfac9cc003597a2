import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import type { Problem } from "./problem.ts";

const checkout = /^actions\/checkout@/;

/**
 * What GitHub allows and this repository does not: actions that somebody else can change afterwards, jobs with
 * permissions that nobody wrote down, and jobs that hang for six hours.
 */
export function ruleProblems(text: string): Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const workflow = document.contents;
  if (!isMap(workflow)) return [{ line: 1, column: 1, message: "This is not a workflow." }];

  const problems: Problem[] = [];
  const report = (node: Node | null, message: string) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    problems.push({ line, column: col, message });
  };

  if (!isMap(workflow.get("permissions")) || !isEmpty(workflow.get("permissions"))) {
    report(workflow, "A workflow begins with `permissions: {}`; each job says what it needs.");
  }
  if (!workflow.has("concurrency")) report(workflow, "Say with `concurrency` what happens to a second run.");

  const jobs = workflow.get("jobs");
  for (const { key, value } of isMap(jobs) ? jobs.items : []) {
    if (!isNode(key) || !isMap(value)) continue;
    if (!isMap(value.get("permissions"))) report(key, "A job names its `permissions`, one by one.");
    if (!value.has("timeout-minutes")) report(key, "A job has `timeout-minutes`.");
  }

  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== "uses" || !isScalar(value)) return;
      const problem = pinProblem(String(value.value), value.comment ?? "");
      if (problem !== undefined) report(value, problem);
    },
    Map(_, step) {
      if (!checkout.test(String(step.get("uses"))) || !leavesCredentials(step)) return;
      report(
        step,
        "Checked out without `persist-credentials: false`, every later step finds a token in .git/config.",
      );
    },
  });
  return problems;
}

function pinProblem(action: string, comment: string): string | undefined {
  if (action.startsWith("./")) return undefined;
  const pin = action.split("@")[1] ?? "";
  if (!/^[0-9a-f]{40}$/.test(pin)) {
    return `${action} can be changed by its owner. Pin it by the full hash of a commit, with the version as a comment.`;
  }
  if (!/^ v\d+\.\d+\.\d+$/.test(comment)) return `Say which version this is: ${action} # v1.2.3`;
  return undefined;
}

function leavesCredentials(step: YAMLMap): boolean {
  return step.getIn(["with", "persist-credentials"]) !== false;
}

function isEmpty(node: unknown): boolean {
  return isMap(node) && node.items.filter(isPair).length === 0;
}
