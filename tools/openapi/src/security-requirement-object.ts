import { isObject, listOrEmpty } from "./json.ts";

/**
 * What a call requires (OpenAPI 3.1 § 4.8.30): any one of these alternatives suffices, and there always is one. Where
 * nothing is required, it is the empty one.
 */
export type Security = readonly SecurityAlternative[];

/** All of these together. */
export type SecurityAlternative = readonly SecurityNeed[];

export interface SecurityNeed {
  /** The name of the security scheme. */
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** No list at all, and an empty one, say what an empty requirement says: nothing is required. */
export function readSecurity(requirements: unknown): Security {
  const alternatives = listOrEmpty(requirements)
    .filter(isObject)
    .map((requirement) =>
      Object.entries(requirement).map(([scheme, scopes]) => ({
        scheme,
        scopes: listOrEmpty(scopes).map(String),
      })),
    );
  return alternatives.length > 0 ? alternatives : [[]];
}

/** Whether a call may do without credentials. */
export function isOptional(security: Security): boolean {
  return security.some((alternative) => alternative.length === 0);
}
