import type { ValidationIssue } from "./standard-schema.ts";

/** A request, or the answer to one, is not what the description says. */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  /** The name of the method that was called. */
  readonly operation: string;
  /** Which of the two it is. A request was not sent. */
  readonly what: "request" | "response";
  /** The response's; undefined for a request. */
  readonly status: number | undefined;
  /** What is wrong: at least one thing, and no more than 50. */
  readonly issues: readonly ValidationIssue[];

  constructor(
    operation: string,
    what: "request" | "response",
    issues: readonly ValidationIssue[],
    status?: number,
  ) {
    const named = issues
      .slice(0, 3)
      .map(({ path, message }) => `${path.map(shorten).join(".")} ${message}`.trim());
    const more = issues.length > named.length ? [`and ${issues.length - named.length} more`] : [];
    const which = status === undefined ? what : `${what} (${status})`;
    super(`${operation}: the ${which} is not as described: ${[...named, ...more].join("; ")}`);
    this.operation = operation;
    this.what = what;
    this.status = status;
    this.issues = issues;
  }
}

/** A key may come from a stranger, and be as long as they like. */
function shorten(key: PropertyKey): string {
  const text = String(key);
  return text.length > 50 ? `${text.slice(0, 50)}…` : text;
}
