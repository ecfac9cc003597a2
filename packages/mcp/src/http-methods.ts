/** RFC 9110 § 9.2.1: what is safe changes nothing. */
export function isSafe(httpMethod: string): boolean {
  return /^(GET|HEAD|OPTIONS|TRACE)$/.test(httpMethod);
}

/** RFC 9110 § 9.2.2: done twice, it has the effect of once. */
export function isIdempotent(httpMethod: string): boolean {
  return isSafe(httpMethod) || /^(PUT|DELETE)$/.test(httpMethod);
}
