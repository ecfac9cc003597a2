import { isHeld, unheld } from "../json/held-number.ts";
import { parse } from "../json/parse.ts";
import { type Place, placesIn } from "../json/places.ts";
import { writtenIn } from "../json/written.ts";
import { JsonError } from "./json-error.ts";

// Validators and serialisers recurse: far below the call stack's end, far above what a described body needs.
const DEEPEST = 200;
const tooDeep = `it is nested more than ${DEEPEST} levels deep`;

// To make one takes longer than to decode a body with it. A byte order mark is left in, and is no JSON (RFC 8259 § 8.1).
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses JSON (RFC 8259) and refuses what JavaScript would silently change: bytes that are not UTF-8, numbers that a
 * double cannot hold, half of a surrogate pair, a property that an object has twice; and what is nested too deeply to be
 * worked on.
 *
 * @throws JsonError
 */
export function parseJson(bytes: Uint8Array): unknown {
  return parseJsonText(decoded(bytes));
}

/**
 * The same of a text.
 *
 * @throws JsonError
 */
export function parseJsonText(text: string): unknown {
  const value = parsed(text);
  // After decoding, only an escape can be half of a pair.
  const { properties, hasHalfPair } = contentsOf(value, text.includes("\\u"));
  if (hasHalfPair) {
    throw new JsonError("it has half of a surrogate pair in a string", {
      place: firstPlace(text, isHalfPair),
    });
  }
  const written = writtenIn(text);
  if (written.hasUnheld) {
    const place = firstPlace(text, isUnheld);
    throw new JsonError(`it has ${unheld(place?.token ?? "")}`, { place });
  }
  // Of two properties of one name, parsing keeps the last.
  if (written.properties > properties) {
    throw new JsonError("it has the same property twice in one object", { place: secondOfTwo(text) });
  }
  return value;
}

function decoded(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  // JSON begins with a character of ASCII, which in UTF-16 has a zero byte beside it; or there is a byte order mark.
  const isUtf16 =
    bytes.length > 1 && (first === 0 || second === 0 || (first ?? 0) + (second ?? 0) === 0xff + 0xfe);
  if (isUtf16) throw new JsonError("it is UTF-16: write it in UTF-8");
  if (first === 0xef && second === 0xbb && third === 0xbf)
    throw new JsonError("it begins with a byte order mark");
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

/** What there is in a value. */
class Contents {
  /** How many properties the objects in it have together. */
  properties = 0;
  hasHalfPair = false;
}

/** @throws JsonError when it is nested too deeply. */
function contentsOf(value: unknown, hasEscapes: boolean): Contents {
  const contents = new Contents();
  count(value, hasEscapes, 0, contents);
  return contents;
}

function count(value: unknown, hasEscapes: boolean, depth: number, contents: Contents): void {
  if (typeof value === "string") {
    if (hasEscapes && HALF_PAIR.test(value)) contents.hasHalfPair = true;
  } else if (typeof value === "object" && value !== null) {
    if (depth === DEEPEST) throw new JsonError(tooDeep);
    if (Array.isArray(value)) {
      for (const item of value) count(item, hasEscapes, depth + 1, contents);
      return;
    }
    // With many of them, a list of entries of each would be most of what there is to collect.
    for (const key in value) {
      contents.properties++;
      if (hasEscapes) count(key, hasEscapes, depth, contents);
      count(value[key as keyof typeof value], hasEscapes, depth + 1, contents);
    }
  }
}

const HALF_PAIR = /\p{Surrogate}/u;

function firstPlace(text: string, isMeant: (place: Place) => boolean): Place | undefined {
  for (const place of placesIn(text)) if (isMeant(place)) return place;
  return undefined;
}

function isUnheld({ token, isName }: Place): boolean {
  return !isName && /^[-\d]/.test(token) && !isHeld(token);
}

function isHalfPair({ token }: Place): boolean {
  return token.startsWith('"') && HALF_PAIR.test(JSON.parse(token));
}

function secondOfTwo(text: string): Place | undefined {
  const names = new Set<string>();
  return firstPlace(text, ({ isName, path }) => {
    if (!isName) return false;
    const name = JSON.stringify(path);
    if (names.has(name)) return true;
    names.add(name);
    return false;
  });
}
