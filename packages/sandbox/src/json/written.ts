import { isHeld } from "./held-number.ts";

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Every integer of so many digits is one that a double holds, and so is every fraction. */
const ALWAYS_HELD = 15;

/** How many properties are written in a text that is valid JSON, and whether it has a number that a double cannot hold. */
export function writtenIn(text: string): { readonly properties: number; readonly hasUnheld: boolean } {
  let properties = 0;
  let hasUnheld = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    // Each has one colon, outside of strings.
    else if (code === COLON) properties++;
    else if (isDigit(code)) {
      const start = index;
      let hasExponent = false;
      while (isOfNumber(text.charCodeAt(index + 1))) {
        index++;
        hasExponent ||= text.charCodeAt(index) >= CAPITAL_E;
      }
      const mayBeUnheld = hasExponent || index - start >= ALWAYS_HELD;
      if (mayBeUnheld && !hasUnheld) hasUnheld = !isHeld(text.slice(start, index + 1));
    }
  }
  return { properties, hasUnheld };
}

/** The index of the quote that ends a string. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  for (let code = text.charCodeAt(index); code !== QUOTE; code = text.charCodeAt(index)) {
    index += code === BACKSLASH ? 2 : 1;
  }
  return index;
}

const CAPITAL_E = 0x45;
const SMALL_E = 0x65;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What may follow the first digit of a number: digits, and `+`, `-`, `.`, `E` and `e`. */
function isOfNumber(code: number): boolean {
  return (
    isDigit(code) || code === CAPITAL_E || code === SMALL_E || (code >= 0x2b && code <= 0x2e && code !== 0x2c)
  );
}
