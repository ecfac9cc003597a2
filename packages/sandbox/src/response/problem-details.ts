import type { ErrorFacts } from "./error-dialect.ts";
import { reasonPhrase } from "./statuses.ts";

/** An error as RFC 9457 § 3 has it. Each of its problems is in a member of its own besides. */
export function problemDetails({ status, problems }: ErrorFacts): object {
  return {
    title: reasonPhrase(status),
    status,
    detail: problems.map(({ message }) => message).join("; "),
    errors: problems.map(({ message, field }) => ({ message, ...(field !== undefined && { field }) })),
  };
}
