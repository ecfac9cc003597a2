import type { Problem } from "../difference.ts";
import type { Assertion } from "./assertions.ts";

/** A problem of what a method takes or answers, or of the part that a path leads to in that. */
export function refused(
  { operation, part }: Pick<Assertion, "operation" | "part">,
  message: string,
  path = "",
): Problem {
  const side = part === "input" || part === "headers" ? "input" : "output";
  return {
    operation,
    side,
    part,
    summary: sentence(`\`${operation}\``, part, path && `\`${path}\``),
    message,
    identity: JSON.stringify(["compiler", operation, part, path]),
  };
}

function sentence(method: string, part: string, path: string): string {
  const as = path && ` as ${path}`;
  switch (part) {
    case "input":
      return `${method} no longer takes all that it took${as}.`;
    case "headers":
      return `${method} no longer takes all that it took as ${path ? `the header ${path}` : "headers"}.`;
    case "output":
      return `What ${method} answers${as} may be something else than before.`;
    default:
      return `What ${method} answers for ${part}${as} may be something else than before.`;
  }
}
