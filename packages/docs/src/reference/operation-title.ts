import type { Operation } from "@visitors-api/openapi";

/** What an operation is called. */
export function operationTitle({ summary, id, method, path }: Operation): string {
  return summary.trim() || id || `${method.toUpperCase()} ${path}`;
}
