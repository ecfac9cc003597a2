import { type Change, type Difference, unexplained, type Verdict } from "../difference.ts";
import { oneLine, showFile } from "./facts.ts";
import { isShown, kindOf } from "./outline.ts";

/** GitHub shows a notice for what needs no attention, and none of its levels fails a job. */
const commands = {
  breaking: "error",
  accepted: "notice",
  additive: "notice",
  documentation: "notice",
} as const;

/**
 * A difference as annotations, which GitHub shows at their lines of a pull request: breaking changes first, as it shows
 * ten of a kind only.
 *
 * @param level What is less strict is left out. Default: breaking.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function toGithub(difference: Difference, level: Verdict = "breaking"): string {
  const shown = difference.changes.filter((change) => isShown(change, level));
  const lines = shown.map(annotate);
  lines.push(
    ...unexplained(difference).map(({ operation, summary }) =>
      command("error", { title: operation }, summary),
    ),
  );
  return lines.map((line) => `${line}\n`).join("");
}

function annotate(change: Change): string {
  const { summary, rule, at } = change;
  const place = at && { file: showFile(at.file), line: String(at.line), col: String(at.column) };
  return command(commands[kindOf(change)], { ...place, title: rule }, oneLine(summary));
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
