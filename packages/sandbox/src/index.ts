export { createSandbox, type Sandbox } from "./create-sandbox.ts";
export type { Fault } from "./faults/fault.ts";
export { FaultError } from "./faults/read.ts";
export type { SandboxOptions } from "./options.ts";
export type { RateLimit } from "./rate-limit/rate-limited.ts";
export type { Incoming, Reply } from "./request/incoming.ts";
export type { ReceivedRequest } from "./request-log.ts";
export { VisitorsError } from "./state/check-visitors.ts";
export type {
  CreateStore,
  StoredVisitor,
  VisitorKey,
  VisitorPage,
  VisitorStore,
} from "./state/visitor-store.ts";
