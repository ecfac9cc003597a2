import type { ApiOperation } from "../api.ts";
import { isSafe } from "../http-methods.ts";

export interface Selection {
  /** Names of tools; all when there are none. */
  readonly tools: readonly string[];
  /** Tags of operations; all when there are none. */
  readonly tags: readonly string[];
  /** Leaves out whatever may change something. */
  readonly isReadOnly: boolean;
}

/** The selection names what there is not. */
export class SelectionError extends Error {
  override name = "SelectionError";
}

/**
 * The operations that become tools: those that are named and those of the tags that are named, or all.
 *
 * @throws {SelectionError} when there is no such tool or tag.
 */
export function selectOperations(
  operations: readonly ApiOperation[],
  { tools, tags, isReadOnly }: Selection,
): ApiOperation[] {
  const allTags = [...new Set(operations.flatMap((operation) => operation.tags))];
  check(
    "tool",
    tools,
    operations.map(({ name }) => name),
  );
  check("tag", tags, allTags);
  const isAll = tools.length === 0 && tags.length === 0;
  const selected = operations.filter(
    ({ name, tags: own }) => isAll || tools.includes(name) || own.some((tag) => tags.includes(tag)),
  );
  return isReadOnly ? selected.filter(({ httpMethod }) => isSafe(httpMethod)) : selected;
}

function check(what: string, wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const shown = known.slice(0, 20).join(", ") + (known.length > 20 ? ", …" : "");
  throw new SelectionError(`there is no ${what} ${JSON.stringify(unknown)}; there is ${shown || "none"}`);
}
