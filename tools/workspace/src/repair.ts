import { table } from "./format.ts";
import type { TaskRun } from "./turbo.ts";

interface Repair {
  /** What to type. Undefined where only an edit helps. */
  readonly command?: string;
  readonly what: string;
}

/** What is not in order after these tasks failed, and what to do about each; the last thing to be printed. */
export function repairs(failed: readonly Pick<TaskRun, "id" | "task" | "directory">[]): string {
  const all = failed.map(repairOf);
  const commands = all.filter(({ command }) => command !== undefined);
  const edits = all.filter(({ command }) => command === undefined);
  const parts: string[] = [];
  if (edits.length > 0) {
    parts.push(`To be edited, at the places above:\n${edits.map(({ what }) => `  ${what}`).join("\n")}`);
  }
  if (commands.length > 0) {
    parts.push(`To be repaired with:\n${table(commands.map(({ command = "", what }) => [command, what]))}`);
  }
  return parts.join("\n\n");
}

function repairOf({ id, task, directory }: Pick<TaskRun, "id" | "task" | "directory">): Repair {
  switch (id) {
    case "//#lint":
      return { command: "npm run lint -- --write", what: "Biome's format and rules" };
    case "@visitors-api/spec#lint":
      return { what: "the description, which breaks a rule" };
    case "@visitors-api/workspace#lint":
      return { what: "the workflows" };
  }
  switch (task) {
    case "drift":
    case "drift:notes":
      return {
        command: "npm run generate",
        what: `generated sources in ${directory}, which are not what the description gives`,
      };
    case "changeset":
      return { command: "npm run spec:changeset", what: "changesets, which do not tell what has changed" };
    case "samples":
      return { what: "a sample, which does not compile" };
    case "typecheck":
      return { what: `types in ${directory}` };
    default:
      return { what: `${directory}, where ${task} failed` };
  }
}
