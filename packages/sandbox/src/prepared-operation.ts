import type { Operation, SecurityScheme } from "@visitors-api/openapi";
import type { Description } from "./description/description.ts";
import { requiredSchemes } from "./description/security.ts";
import type { AnyHandler } from "./handlers/handler.ts";
import { handlerFor } from "./handlers/index.ts";
import { mediaTypeFor } from "./response/documented.ts";

/** What is the same for all requests of an operation, and found out with the first. */
export interface PreparedOperation {
  /** The schemes of each alternative of what it requires. */
  readonly alternatives: readonly (readonly SecurityScheme[])[];
  /** Undefined where it is answered with its documented example. */
  readonly handler: AnyHandler | undefined;
  /** The media type that it answers a status in. */
  readonly mediaTypeOf: (status: number) => string;
}

export function prepare(operation: Operation, description: Description): PreparedOperation {
  const mediaTypes = new Map<number, string>();
  return {
    alternatives: requiredSchemes(operation.security, description),
    handler: handlerFor(operation.id),
    mediaTypeOf(status) {
      const mediaType = mediaTypes.get(status) ?? mediaTypeFor(operation, status);
      mediaTypes.set(status, mediaType);
      return mediaType;
    },
  };
}
