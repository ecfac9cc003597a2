import type { CredentialField } from "../try-page.ts";

/**
 * The credential that the sandbox in the page accepts, so that any other is a wrong one. For basic authentication it is a user
 * name and a password.
 */
export function sandboxToken(credentials: readonly CredentialField[]): string {
  return credentials.some(({ kind }) => kind === "basic") ? "sandbox:token" : "sandbox-token";
}
