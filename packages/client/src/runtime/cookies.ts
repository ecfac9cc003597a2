import type { Step } from "./description.ts";

/** Makes a header of cookie parameters (RFC 6265 § 4.2.1). */
export const cookieHeader: Step = (_, { params }) => {
  const pairs = Object.entries(params?.["cookie"] ?? {}).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return undefined;
  return {
    headers: {
      Cookie: pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("; "),
    },
  };
};
