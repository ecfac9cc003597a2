import type { Visitor } from "@visitors-api/client";
import {
  refuseTakenUserIds,
  type StoredVisitor,
  type VisitorKey,
  type VisitorPage,
  type VisitorStore,
} from "./visitor-store.ts";

/** Visitors in memory, for as long as the sandbox lives. */
export class MemoryStore implements VisitorStore {
  readonly #start: readonly StoredVisitor[];
  // Frozen to the last property: handing one out is as safe as handing out a copy, and costs nothing.
  #visitors: Visitor[] = [];
  // Where a visitor stands in the list; none ever leaves it but by a reset.
  readonly #positionById = new Map<string, number>();
  readonly #positionByUserId = new Map<string, number>();

  constructor(start: readonly StoredVisitor[]) {
    this.#start = start.map((visitor) => frozenCopy(visitor));
    this.#add(this.#start);
  }

  async update(key: VisitorKey, change: (visitor: Visitor) => Visitor): Promise<Visitor | undefined> {
    const position = this.#positionOf(key);
    const visitor = position === undefined ? undefined : this.#visitors[position];
    if (position === undefined || visitor === undefined) return undefined;
    const changed = deepFreeze(change(visitor));
    this.#visitors[position] = changed;
    return changed;
  }

  async get(key: VisitorKey): Promise<Visitor | undefined> {
    const position = this.#positionOf(key);
    return position === undefined ? undefined : this.#visitors[position];
  }

  async list(start: number, limit: number): Promise<VisitorPage> {
    const end = start + limit;
    return {
      visitors: this.#visitors.slice(start, end),
      next: end < this.#visitors.length ? end : undefined,
    };
  }

  async count(): Promise<number> {
    return this.#visitors.length;
  }

  async put(visitors: readonly StoredVisitor[]): Promise<void> {
    refuseTakenUserIds(visitors, (userId) => this.#visitors[this.#positionByUserId.get(userId) ?? -1]?.id);
    this.#add(visitors.map((visitor) => frozenCopy(visitor)));
  }

  async reset(): Promise<void> {
    this.#visitors = [];
    this.#positionById.clear();
    this.#positionByUserId.clear();
    this.#add(this.#start);
  }

  async close(): Promise<void> {}

  #positionOf({ id, user_id }: VisitorKey): number | undefined {
    if (id !== undefined) return this.#positionById.get(id);
    return user_id === undefined ? undefined : this.#positionByUserId.get(user_id);
  }

  #add(visitors: readonly StoredVisitor[]): void {
    for (const { id } of visitors) {
      const replaced = this.#visitors[this.#positionById.get(id) ?? -1];
      if (replaced?.user_id !== undefined) this.#positionByUserId.delete(replaced.user_id);
    }
    for (const visitor of visitors) {
      const position = this.#positionById.get(visitor.id) ?? this.#visitors.length;
      this.#visitors[position] = visitor;
      this.#positionById.set(visitor.id, position);
      if (visitor.user_id !== undefined) this.#positionByUserId.set(visitor.user_id, position);
    }
  }
}

/** Of a value as JSON has them. In a fifth of the time of `structuredClone`, which counts with many visitors. */
function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // Of the same items, each of which is of the same type as what it is a copy of.
    return Object.freeze(value.map(frozenCopy)) as Value;
  }
  const copy = { ...value };
  for (const key in copy) {
    const inner = copy[key];
    if (typeof inner === "object") copy[key] = frozenCopy(inner);
  }
  return Object.freeze(copy);
}

function deepFreeze<Value>(value: Value): Value {
  // What is frozen was frozen here, with everything in it.
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const key in value) deepFreeze(value[key]);
  return Object.freeze(value);
}
