/** Cookie parameters as a header (RFC 6265 § 4.2.1). */
export function cookieHeader(cookies: Readonly<Record<string, unknown>> = {}): { readonly Cookie?: string } {
  const pairs = Object.entries(cookies).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return {};
  return { Cookie: pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("; ") };
}
