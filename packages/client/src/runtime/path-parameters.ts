import type { Values } from "./description.ts";

/**
 * Refuses a path parameter that would move the request to another path. A slash in it is encoded; a segment of dots
 * cannot be, and URL parsers resolve it (RFC 3986 § 5.2.4).
 *
 * @throws {TypeError} when one is empty, `.` or `..`.
 */
export function checkPathParameters(parameters: Values = {}): void {
  for (const name in parameters) {
    if (/^\.{0,2}$/.test(`${parameters[name]}`))
      throw new TypeError(`The path parameter ${name} is empty or dots`);
  }
}
