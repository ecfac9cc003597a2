import type { Collections } from "../domain.ts";
import type { ReceivedRequest } from "../request-log.ts";
import type { DescribedCollection } from "../state/described-collection.ts";

export interface AdminSurroundings {
  readonly token: string | undefined;
  readonly collections: Collections;
  readonly described: readonly DescribedCollection[];
  readonly requests: () => readonly ReceivedRequest[];
  /** Begins anew to count requests, for faults and for the rate limit. */
  readonly restart: () => void;
}
