import type { Operation, SecurityScheme } from "@visitors-api/openapi";
import type { Description } from "./description/description.ts";
import { requiredSchemes } from "./description/security.ts";
import type { Domain, Handler } from "./domain.ts";
import { mediaTypeFor } from "./response/documented.ts";

/** What is the same for all requests of an operation, and found out with the first. */
export interface PreparedOperation {
  /** The schemes of each alternative of what it requires. */
  readonly alternatives: readonly (readonly SecurityScheme[])[];
  /** Undefined where it is answered with its documented example. */
  readonly handler: Handler | undefined;
  /** The media type that it answers a status in. */
  readonly mediaTypeOf: (status: number) => string;
}

export function prepare(
  operation: Operation,
  description: Description,
  handlers: Domain["handlers"],
): PreparedOperation {
  const { id } = operation;
  const mediaTypes = new Map<number, string>();
  return {
    alternatives: requiredSchemes(operation.security, description),
    handler: id !== undefined && Object.hasOwn(handlers, id) ? handlers[id] : undefined,
    mediaTypeOf(status) {
      const mediaType = mediaTypes.get(status) ?? mediaTypeFor(operation, status);
      mediaTypes.set(status, mediaType);
      return mediaType;
    },
  };
}
