/** A body that is to be made a form. Any other is one already, or something else that the platform can send. */
export function isFields(body: unknown): body is Readonly<Record<string, unknown>> {
  return (
    typeof body === "object" &&
    body !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(body))
  );
}
