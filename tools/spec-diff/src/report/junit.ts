import { type Change, type Difference, isAsStrictAs, type Verdict } from "../difference.ts";
import { compareVerdicts, oneLine, showPlace } from "./facts.ts";
import { isShown } from "./outline.ts";
import { escapeXml } from "./xml.ts";

interface TestCase {
  readonly name: string;
  readonly group: string;
  /** Why it fails; undefined when it does not. */
  readonly failure: { readonly message: string; readonly type: string; readonly text: string } | undefined;
}

/**
 * A difference as the results of tests, which most services for continuous integration can show: each change is one.
 *
 * @param failOn Which changes fail.
 * @see https://github.com/testmoapp/junitxml: there is no standard, and this is what readers agree on.
 */
export function toJunit(
  difference: Difference,
  level: Verdict = "documentation",
  failOn: Verdict = "breaking",
): string {
  const cases = [
    ...difference.changes.filter((change) => isShown(change, level)).map((change) => testOf(change, failOn)),
    testOfCompiler(difference),
  ];
  const failures = cases.filter(({ failure }) => failure).length;
  const numbers = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${numbers}>`,
    `  <testsuite name="spec:diff" ${numbers}>`,
    ...cases.map(print),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testOf(
  { summary, rule, id, verdict, operations, before, after }: Change,
  failOn: Verdict,
): TestCase {
  const message = oneLine(summary);
  const places = [
    ...(before ? [`before: ${showPlace(before)}`] : []),
    ...(after ? [`after: ${showPlace(after)}`] : []),
  ];
  const text = [id, ...places].join("\n");
  return {
    name: `${verdict}: ${message}`,
    group: operations.length === 1 ? (operations[0] ?? "") : "The description",
    failure: isAsStrictAs(verdict, failOn) ? { message, type: rule, text } : undefined,
  };
}

function testOfCompiler(difference: Difference): TestCase {
  const { verdict, problems } = difference.compiler;
  const message = compareVerdicts(difference);
  const text = problems.map(({ summary }) => summary);
  return {
    name: "What compiled before compiles",
    group: "The compiler",
    failure: verdict === "breaking" ? { message, type: "compiler", text: text.join("\n") } : undefined,
  };
}

function print({ name, group, failure }: TestCase): string {
  const head = `    <testcase classname="${escapeXml(group)}" name="${escapeXml(name)}"`;
  if (!failure) return `${head}/>`;
  const { message, type, text } = failure;
  const body = `<failure message="${escapeXml(message)}" type="${escapeXml(type)}">${escapeXml(text)}</failure>`;
  return `${head}>${body}</testcase>`;
}
