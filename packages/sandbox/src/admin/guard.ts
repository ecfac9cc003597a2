import type { Operation, SecurityScheme } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { requiredSchemes } from "../description/security.ts";

/** Who may use the sandbox's own paths: whoever may call an operation that not everybody may call. */
export interface Guard {
  /** The schemes of each alternative. */
  readonly alternatives: readonly (readonly SecurityScheme[])[];
  /** The operation whose documented 401 is answered to others. */
  readonly operation: Operation | undefined;
}

const bearer: SecurityScheme = {
  kind: "bearer",
  type: "http",
  name: "token",
  description: "",
  bearerFormat: "",
};

export function guardOf(description: Description, token: string | undefined): Guard {
  const guarded = description.operations.filter(({ security }) => security.flat().length > 0);
  const [operation] = guarded;
  if (operation) {
    const alternatives = guarded
      .flatMap(({ security }) => requiredSchemes(security, description))
      .filter((schemes) => schemes.length > 0);
    return { alternatives, operation };
  }
  // An API that is open to everybody has a sandbox that is, unless a token was asked for.
  return { alternatives: [token === undefined ? [] : [bearer]], operation: undefined };
}
