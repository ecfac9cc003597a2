import type { ReceivedRequest } from "../request-log.ts";
import type { VisitorStore } from "../state/visitor-store.ts";
import type { Validate } from "../validation/validators.ts";

export interface AdminSurroundings {
  readonly token: string | undefined;
  readonly visitors: VisitorStore;
  /** Checks a value against what the description says of a visitor. */
  readonly checkVisitor: Validate;
  readonly requests: () => readonly ReceivedRequest[];
  /** Begins anew to count requests, for faults and for the rate limit. */
  readonly restart: () => void;
}
