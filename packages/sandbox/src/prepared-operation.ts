import type { Operation, SecurityScheme } from "@visitors-api/openapi";
import type { Description } from "./description/description.ts";
import { requiredSchemes } from "./description/security.ts";
import type { Domain, Handler } from "./domain.ts";
import { deprecationHeaders } from "./response/deprecation-headers.ts";
import { type Choice, choose, mistakenStatus, usualStatus } from "./response/documented.ts";

/** What is the same for all requests of an operation, and found out with the first. */
export interface PreparedOperation {
  /** The schemes of each alternative of what it requires. */
  readonly alternatives: readonly (readonly SecurityScheme[])[];
  /** Undefined where it is answered with its documented example. */
  readonly handler: Handler | undefined;
  /** What it answers where nothing goes wrong; undefined where it documents nothing. */
  readonly usual: Choice | undefined;
  /** What each of its answers says of its end; undefined where that is not known. */
  readonly deprecationHeaders: Readonly<Record<string, string>> | undefined;
  /** The status for a request that is not as described. */
  readonly mistakenStatus: number;
  /** What it documents for a status. */
  readonly choiceOf: (status: number) => Choice | undefined;
}

export function prepare(
  operation: Operation,
  description: Description,
  handlers: Domain["handlers"],
): PreparedOperation {
  const { id } = operation;
  const usual = choose(operation, usualStatus(operation));
  const choices = new Map(usual && [[usual.status, usual]]);
  return {
    alternatives: requiredSchemes(operation.security, description),
    handler: id !== undefined && Object.hasOwn(handlers, id) ? handlers[id] : undefined,
    usual,
    deprecationHeaders: deprecationHeaders(operation),
    mistakenStatus: mistakenStatus(operation),
    choiceOf(status) {
      const choice = choices.get(status) ?? choose(operation, status);
      if (choice) choices.set(status, choice);
      return choice;
    },
  };
}
