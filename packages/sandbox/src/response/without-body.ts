// RFC 9110 § 15.3.5, § 15.3.6 and § 15.4.5; a `Response` may not have one either (Fetch standard, "null body status").
const STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/** Whether answers of a status have no body, whatever is documented. */
export function isWithoutBody(status: number): boolean {
  return STATUSES.has(status);
}
