/** @throws {Error} when the two are not the same JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [actualText, expectedText] = [actual, expected].map(canonical);
  if (actualText !== expectedText) {
    throw new Error(`${what}: expected ${shortened(expectedText)}, but it is ${shortened(actualText)}`);
  }
}

/** @throws {Error} when it does not hold. */
export function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/**
 * What a promise is rejected with.
 *
 * @throws {Error} when it is fulfilled.
 */
export function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`It was fulfilled, with ${shortened(canonical(value))}`);
    },
    (reason: unknown) => reason,
  );
}

/**
 * What a promise is rejected with, which has to be of that class.
 *
 * @throws the reason itself when it is of another.
 */
export async function rejection<Rejection>(
  promise: Promise<unknown>,
  type: new (...parameters: never[]) => Rejection,
): Promise<Rejection> {
  const reason = await reasonOf(promise);
  if (reason instanceof type) return reason;
  throw reason;
}

/** JSON with its properties in one order. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function shortened(text: string | undefined): string {
  return text === undefined || text.length < 300
    ? String(text)
    : `${text.slice(0, 300)}… (${text.length} characters)`;
}
