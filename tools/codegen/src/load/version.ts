import type { Document } from "@redocly/openapi-core";
import { DescriptionError } from "./problem.ts";

/**
 * Refuses what is not an OpenAPI 3.0 or 3.1 description.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#openapi-object: the version stands in the root's field `openapi`.
 */
export function checkVersion({ source, parsed }: Document): void {
  const fail = (message: string, key?: string): never => {
    const line = key === undefined ? -1 : source.getLines().findIndex((text) => text.includes(key));
    throw new DescriptionError([
      { file: source.absoluteRef, line: Math.max(line, 0) + 1, column: 1, message },
    ]);
  };
  const root: unknown = parsed;
  const { openapi, swagger } =
    typeof root === "object" && root !== null ? (root as { openapi?: unknown; swagger?: unknown }) : {};
  if (swagger !== undefined) {
    fail(
      `Swagger ${swagger} is not supported. Convert the description to OpenAPI 3.0 or 3.1 first.`,
      "swagger",
    );
  }
  if (openapi === undefined) {
    fail(
      "This is not an OpenAPI description, for it has no field `openapi`. Begin it with `openapi: 3.1.0`.",
    );
  }
  if (!/^3\.[01]\.\d+/.test(String(openapi))) {
    fail(`OpenAPI ${openapi} is not supported. Use 3.0 or 3.1.`, "openapi");
  }
}
