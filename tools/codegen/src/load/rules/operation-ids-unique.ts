import type { UserContext } from "@redocly/openapi-core/lib/walk.js";

interface Operation {
  readonly operationId?: string;
}

/** OpenAPI 3.1 § 4.8.10: the `operationId` is unique among all operations, for it names the client's method. */
export function operationIdsUnique() {
  const first = new Map<string, string>();
  let path = "";
  return {
    PathItem: {
      enter(_: unknown, { key }: UserContext) {
        path = String(key);
      },
      Operation({ operationId }: Operation, { report, location, key }: UserContext) {
        if (operationId === undefined) return;
        const here = `${String(key).toUpperCase()} ${path}`;
        const earlier = first.get(operationId);
        if (earlier === undefined) first.set(operationId, here);
        else {
          report({
            message: `The operationId \`${operationId}\` is already the one of ${earlier}. Give ${here} another.`,
            location: location.child(["operationId"]),
          });
        }
      },
    },
  };
}
