import type { Step } from "./description.ts";
import { serialize } from "./parameters.ts";

/** Makes a header of cookie parameters (RFC 6265 § 4.2.1). What `form` writes as several pairs are several cookies. */
export const cookieHeader: Step = ({ styles }, { params }) => {
  const pairs = Object.entries(params?.["cookie"] ?? {})
    .map(([name, value]) => serialize(name, value, styles?.cookie?.[name] ?? ["form", true]))
    .filter(Boolean);
  return pairs.length > 0 ? { firstHeaders: { Cookie: pairs.join("&").replaceAll("&", "; ") } } : undefined;
};
