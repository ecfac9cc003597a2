import type { PageParts } from "../contenders/contender.ts";
import type { Task } from "../description/call.ts";

/** A page that makes its calls as soon as it is loaded, and shows what it read of the last one's answer. */
export function showingPage(parts: PageParts, task: Task, from: string): string {
  return `${parts.setup(task, from)}\n${statements(parts, task, "console.log")}`;
}

/** A module whose function `run` makes the calls and gives what was read. The client is made once, when it is loaded. */
export function callableModule(parts: PageParts, task: Task, from: string): string {
  return `${parts.setup(task, from)}
export async function run() {
${statements(parts, task, "return ")}
}
`;
}

function statements(parts: PageParts, task: Task, show: "console.log" | "return "): string {
  const { calls, property } = task;
  const lines = calls.map((call, index) => {
    const isRead = index === calls.length - 1 && property !== undefined;
    return `${isRead ? "const result = " : ""}await ${parts.call(call, task)};`;
  });
  if (property !== undefined) lines.push(`${show}(${parts.read("result", property)});`);
  return `${lines.join("\n")}\n`;
}
