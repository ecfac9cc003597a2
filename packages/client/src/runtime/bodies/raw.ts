/** Sends a body as it is: text, or bytes. */
export function raw(body: unknown): unknown {
  return body;
}
