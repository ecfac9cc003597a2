import type { Visitor } from "@visitors-api/client";

/** How a request names a visitor; `id` counts when both are given. */
export type VisitorKey = Readonly<Pick<Visitor, "id" | "user_id">>;

/**
 * Where the visitors are. Asynchronous, so that a database can stand behind it; what comes out is a copy or
 * frozen, so that a visitor changes only through `update`.
 */
export interface VisitorStore {
  /**
   * Replaces a visitor by what `change` makes of it, as one step that no other update comes in between.
   *
   * @returns the visitor after the change; undefined when there is none of that key.
   */
  update(key: VisitorKey, change: (visitor: Visitor) => Visitor): Promise<Visitor | undefined>;
}
