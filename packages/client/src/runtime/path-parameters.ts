import type { Step } from "./description.ts";

/**
 * Refuses a path parameter that would move the request to another path: see `checkSegment`. One that has a style is checked when
 * it is written.
 */
export const checkPathParameters: Step = ({ styles }, { params }) => {
  for (const [name, value] of Object.entries(params?.["path"] ?? {})) {
    if (!styles?.path?.[name]) checkSegment(name, `${value ?? ""}`);
  }
  return undefined;
};

/**
 * A slash in a path parameter is encoded; a segment of dots cannot be, and URL parsers resolve it (RFC 3986 § 5.2.4).
 *
 * @throws {TypeError} when it is empty, `.` or `..`.
 */
export function checkSegment(name: string, text: string): string {
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`The path parameter ${name} is empty or dots`);
  return text;
}
