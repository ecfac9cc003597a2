export { createSandbox, type Sandbox } from "./create-sandbox.ts";
export type { Answer, Call, Collections, Domain, Handler } from "./domain.ts";
export type { Dynamic } from "./dynamic/random-values.ts";
export type { Fault } from "./faults/fault.ts";
export { FaultError } from "./faults/read.ts";
export type { SandboxOptions } from "./options.ts";
export type { RateLimit } from "./rate-limit/rate-limited.ts";
export type { Incoming, Reply } from "./request/incoming.ts";
export type { ReceivedRequest } from "./request-log.ts";
export type { ErrorDialect, ErrorFacts } from "./response/error-dialect.ts";
export type { Start } from "./state/check-start.ts";
export {
  type Collection,
  type CollectionDefinition,
  type CreateCollection,
  type Item,
  KeyTakenError,
  type Page,
} from "./state/collection.ts";
export { ItemsError } from "./state/items-error.ts";
export type { Problem } from "./validation/problem.ts";
