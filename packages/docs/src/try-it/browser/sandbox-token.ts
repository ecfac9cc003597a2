import type { SecurityScheme } from "@visitors-api/codegen";

/**
 * The credential that the sandbox in the page accepts, so that any other is a wrong one. For basic authentication it is a user
 * name and a password.
 */
export function sandboxToken(credentials: readonly SecurityScheme[]): string {
  return credentials.some(({ kind }) => kind === "basic") ? "sandbox:token" : "sandbox-token";
}
