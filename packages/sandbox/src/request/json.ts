import { parse } from "../json/parse.ts";

/** Why a text is not taken as JSON; the message says where. */
export class JsonError extends Error {
  override readonly name = "JsonError";
}

// Validators and serialisers recurse: far below the call stack's end, far above what a described body needs.
const DEEPEST = 200;
const tooDeep = `it is nested more than ${DEEPEST} levels deep`;

// To make one takes longer than to decode a body with it. A byte order mark is left in, and is no JSON (RFC 8259 § 8.1).
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses JSON (RFC 8259) and refuses what JavaScript would silently change: bytes that are not UTF-8, numbers too
 * large for a double, half of a surrogate pair, a property that an object has twice; and what is nested too deeply to be
 * worked on.
 *
 * @throws JsonError
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  const value = parsed(text);
  // After decoding, only an escape can be half of a pair.
  const properties = propertiesOf(value, text.includes("\\u"), 0);
  // Of two properties of one name, parsing keeps the last.
  if (propertiesIn(text) > properties) throw new JsonError("it has the same property twice in one object");
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new JsonError("it is not UTF-8", { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    // Thrown for the stack alone.
    if (cause instanceof RangeError) throw new JsonError(tooDeep, { cause });
    throw new JsonError(`it is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/**
 * How many properties the objects in a value have together.
 *
 * @throws JsonError when there is something in it that cannot be worked on.
 */
function propertiesOf(value: unknown, hasEscapes: boolean, depth: number): number {
  if (typeof value === "string") {
    if (hasEscapes) refuseHalfPair(value);
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new JsonError("it has a number that is too large");
  } else if (typeof value === "object" && value !== null) {
    if (depth === DEEPEST) throw new JsonError(tooDeep);
    return propertiesWithin(value, hasEscapes, depth + 1);
  }
  return 0;
}

function propertiesWithin(value: object, hasEscapes: boolean, depth: number): number {
  let properties = 0;
  if (Array.isArray(value)) {
    for (const item of value) properties += propertiesOf(item, hasEscapes, depth);
    return properties;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (hasEscapes) refuseHalfPair(key);
    properties += 1 + propertiesOf(inner, hasEscapes, depth);
  }
  return properties;
}

function refuseHalfPair(text: string): void {
  if (/\p{Surrogate}/u.test(text)) throw new JsonError("it has half of a surrogate pair in a string");
}

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** How many properties are written in a text that is valid JSON: each has one colon, outside of strings. */
function propertiesIn(text: string): number {
  let properties = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) inString = !inString;
    else if (inString && code === BACKSLASH) index++;
    else if (!inString && code === COLON) properties++;
  }
  return properties;
}
