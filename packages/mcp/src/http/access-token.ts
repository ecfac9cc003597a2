import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The environment variable that holds what clients show over HTTP. */
export const tokenVariable = "VISITORS_MCP_TOKEN";

/** One that nobody can guess. */
export function newAccessToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Whether an `Authorization` header has the token (RFC 6750 § 2.1), in a time that tells nothing of how much of it is right. */
export function isAuthorized(header: string | undefined, token: string): boolean {
  const [, shown = ""] = /^Bearer +(\S+)$/i.exec(header ?? "") ?? [];
  return timingSafeEqual(digest(shown), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
