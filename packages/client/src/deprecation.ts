import { operationTable } from "./generated/operations.ts";
import { deprecations } from "./runtime/deprecation.ts";

export type { Deprecation } from "./runtime/deprecation.ts";

/**
 * Makes middleware that reports each operation that is called and is deprecated, once: by the description, or by a response with
 * `Deprecation` (RFC 9745) or `Sunset` (RFC 8594). What `report` throws, or rejects with, changes nothing.
 *
 * @example
 * ```ts
 * client.use(onDeprecation(({ operation, sunset }) => console.warn(operation, "is deprecated, until", sunset)));
 * ```
 */
export const onDeprecation = deprecations(operationTable);
