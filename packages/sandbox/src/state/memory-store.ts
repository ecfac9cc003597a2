import type { Visitor } from "@visitors-api/client";
import type { VisitorKey, VisitorStore } from "./visitor-store.ts";

/** Visitors in memory, for as long as the sandbox lives. */
export class MemoryStore implements VisitorStore {
  // Frozen to the last property: handing one out is as safe as handing out a copy, and costs nothing.
  readonly #byId = new Map<string, Visitor>();
  readonly #idByUserId = new Map<string, string>();

  /** Of several visitors with one `id`, the first counts. One without an `id` could never be named, and is left out. */
  constructor(visitors: readonly Visitor[]) {
    for (const visitor of visitors) {
      if (visitor.id === undefined || this.#byId.has(visitor.id)) continue;
      this.#byId.set(visitor.id, deepFreeze(structuredClone(visitor)));
      if (visitor.user_id !== undefined) this.#idByUserId.set(visitor.user_id, visitor.id);
    }
  }

  async update(key: VisitorKey, change: (visitor: Visitor) => Visitor): Promise<Visitor | undefined> {
    const id = key.id ?? (key.user_id === undefined ? undefined : this.#idByUserId.get(key.user_id));
    const visitor = id === undefined ? undefined : this.#byId.get(id);
    if (id === undefined || visitor === undefined) return undefined;
    const changed = deepFreeze(change(visitor));
    this.#byId.set(id, changed);
    return changed;
  }
}

function deepFreeze<Value>(value: Value): Value {
  // What is frozen was frozen here, with everything in it.
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
