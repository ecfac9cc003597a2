export { createSandbox, type Sandbox } from "./create-sandbox.ts";
export type { SandboxOptions } from "./options.ts";
export type { Incoming, Reply } from "./request/incoming.ts";
export type { ReceivedRequest } from "./request-log.ts";
