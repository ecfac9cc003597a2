/** Why a text is not taken as JSON; the message says where. */
export class JsonError extends Error {
  override readonly name = "JsonError";
}

// Validators and serialisers recurse: far below the call stack's end, far above what a described body needs.
const DEEPEST = 200;

/**
 * Parses JSON (RFC 8259) and refuses what JavaScript would silently change: bytes that are not UTF-8, numbers too
 * large for a double, half of a surrogate pair; and what is nested too deeply to be worked on.
 *
 * @throws JsonError
 */
export function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new JsonError(
      cause instanceof SyntaxError ? `it is not JSON: ${cause.message}` : "it is not UTF-8",
      { cause },
    );
  }
  refuseUnsafe(value, 0);
  return value;
}

function refuseUnsafe(value: unknown, depth: number): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new JsonError("it has a number that is too large");
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw new JsonError("it has half of a surrogate pair in a string");
  }
  if (typeof value !== "object" || value === null) return;
  if (depth === DEEPEST) throw new JsonError(`it is nested more than ${DEEPEST} levels deep`);
  for (const [key, inner] of Object.entries(value)) {
    refuseUnsafe(key, depth);
    refuseUnsafe(inner, depth + 1);
  }
}
