import type { Step } from "./description.ts";

/**
 * Refuses a path parameter that would move the request to another path. A slash in it is encoded; a segment of dots
 * cannot be, and URL parsers resolve it (RFC 3986 § 5.2.4).
 *
 * @throws {TypeError} when one is empty, `.` or `..`.
 */
export const checkPathParameters: Step = (_, { params }) => {
  for (const [name, value] of Object.entries(params?.["path"] ?? {})) {
    if (/^\.{0,2}$/.test(`${value ?? ""}`))
      throw new TypeError(`The path parameter ${name} is empty or dots`);
  }
  return undefined;
};
