import type { operations } from "@visitors-api/client";
import type { AnyHandler, Handler } from "./handler.ts";
import { updateVisitor } from "./updateVisitor.ts";

/** The handlers by operationId; one whose operation leaves the description no longer compiles. */
const handlers: { [Id in keyof operations]?: Handler<Id> } = { updateVisitor };

const byOperationId = new Map<string, unknown>(Object.entries(handlers));

/** The handler of an operation; undefined for one that is answered with its documented example. */
export function handlerFor(operationId: string | undefined): AnyHandler | undefined {
  const handler = operationId === undefined ? undefined : byOperationId.get(operationId);
  // A request reaches its handler only when it is as described, and from the description the handler's types are made.
  return handler as AnyHandler | undefined;
}
