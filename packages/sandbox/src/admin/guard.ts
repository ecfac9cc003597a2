import type { Description, Operation, SecurityRequirement } from "../description/model.ts";

/** Who may use the sandbox's own paths: whoever may call an operation that not everybody may call. */
export interface Guard {
  readonly requirements: readonly SecurityRequirement[];
  /** The operation whose documented 401 is answered to others. */
  readonly operation: Operation | undefined;
}

export function guardOf({ operations }: Description, token: string | undefined): Guard {
  const requirements = operations
    .flatMap(({ security }) => security)
    .filter((requirement) => requirement.length > 0);
  if (requirements.length > 0) {
    return { requirements, operation: operations.find(({ security }) => security.length > 0) };
  }
  // An API that is open to everybody has a sandbox that is, unless a token was asked for.
  return { requirements: token === undefined ? [] : [[{ kind: "bearer" }]], operation: undefined };
}
