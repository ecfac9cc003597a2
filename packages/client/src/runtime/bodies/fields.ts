/** The fields of a form: an array is its items under one name (OpenAPI 3.1 § 4.8.14.4), an object is JSON. */
export function fields(body: object): [name: string, value: string | Blob][] {
  return Object.entries(body).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((item) => item !== undefined)
      .map((item): [string, string | Blob] => [
        name,
        item instanceof Blob ? item : typeof item === "object" ? JSON.stringify(item) : String(item),
      ]),
  );
}

/** A body that is to be made a form; any other is one already, or something that the platform can send. */
export function isFields(body: unknown): body is object {
  return (
    typeof body === "object" &&
    body !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(body))
  );
}
