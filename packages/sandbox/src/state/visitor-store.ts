import type { Visitor } from "@visitors-api/client";

/** How a request names a visitor; `id` counts when both are given. */
export type VisitorKey = Readonly<Pick<Visitor, "id" | "user_id">>;

/** A visitor that can be named. */
export type StoredVisitor = Visitor & { readonly id: string };

/** A part of the visitors, in the order in which they were added. */
export interface VisitorPage {
  readonly visitors: readonly Visitor[];
  /** Where the next page starts; undefined when this is the last one. */
  readonly next: number | undefined;
}

/**
 * Where the visitors are. Asynchronous, so that a database can stand behind it; what comes out is a copy or
 * frozen, so that a visitor changes only through the store. What a method has done is done for good when its promise
 * resolves, as far as the store keeps anything.
 */
export interface VisitorStore {
  /**
   * Replaces a visitor by what `change` makes of it, as one step that no other update comes in between. `change`
   * leaves `id` and `user_id` as they are.
   *
   * @returns the visitor after the change; undefined when there is none of that key.
   */
  update(key: VisitorKey, change: (visitor: Visitor) => Visitor): Promise<Visitor | undefined>;
  get(key: VisitorKey): Promise<Visitor | undefined>;
  /** Up to `limit` visitors from `start` on: 0, or the `next` of another page. */
  list(start: number, limit: number): Promise<VisitorPage>;
  count(): Promise<number>;
  /**
   * Adds visitors, in place of those that have the same `id`: all of them or none.
   *
   * @throws UserIdTakenError when one has the `user_id` of a visitor that stays.
   */
  put(visitors: readonly StoredVisitor[]): Promise<void>;
  /** Goes back to the visitors that the store was made with. */
  reset(): Promise<void>;
  /** Finishes what is under way and lets go of files; the store is of no use afterwards. */
  close(): Promise<void>;
}

/**
 * Makes a store.
 *
 * @param start The visitors that it holds at first, if it has no own from an earlier time, and after each reset.
 */
export type CreateStore = (start: readonly StoredVisitor[]) => VisitorStore;

/** A visitor cannot be added: another one has its `user_id`. */
export class UserIdTakenError extends Error {
  override readonly name = "UserIdTakenError";
  /** Which of the visitors that were to be added. */
  readonly index: number;

  constructor(index: number, owner: string) {
    super(`visitor ${JSON.stringify(owner)} has this user_id already`);
    this.index = index;
  }
}

/**
 * @param ownerOf The `id` of the visitor in the store that has a `user_id`.
 * @throws UserIdTakenError
 */
export function refuseTakenUserIds(
  visitors: readonly StoredVisitor[],
  ownerOf: (userId: string) => string | undefined,
): void {
  const added = new Set(visitors.map(({ id }) => id));
  for (const [index, { user_id }] of visitors.entries()) {
    const owner = user_id === undefined ? undefined : ownerOf(user_id);
    // One that is replaced at the same time gives its user_id up.
    if (owner !== undefined && !added.has(owner)) throw new UserIdTakenError(index, owner);
  }
}
