import { readSync } from "node:fs";

/** How much is read at once, in bytes: of what is asked for item by item, so much is parsed for each. */
const PIECE = 8 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING = 0x5b;
const CLOSING = 0x5d;
/** By which the braces differ from the brackets. */
const BRACE = 0x20;

/**
 * Reads a JSON list as several, so that no more of it is in memory than what is worked on: the file is cut at commas between items,
 * which become the brackets of lists. Each has an item, unless the file has one too few; of a file that is no list, one of the pieces is
 * none either.
 *
 * @param file Opened, at its beginning.
 * @returns the pieces, each of which is good until the next one is asked for.
 */
export function* listPieces(file: number): Iterable<Uint8Array> {
  const cuts = new Cuts();
  let buffer = Buffer.allocUnsafe(PIECE);
  // What has been read of an item that goes on.
  let held = 0;
  for (;;) {
    if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * held);
    const read = readSync(file, buffer, held, buffer.length - held, null);
    if (read === 0) break;
    const end = held + read;
    const cut = cuts.lastIn(buffer, held, end);
    if (cut === undefined) {
      held = end;
      continue;
    }
    buffer[cut] = CLOSING;
    yield buffer.subarray(0, cut + 1);
    buffer.copyWithin(0, cut, end);
    buffer[0] = OPENING;
    held = end - cut;
  }
  yield buffer.subarray(0, held);
}

/** Finds the commas between the items of a list, which comes in parts. */
class Cuts {
  /** How many brackets are open. */
  #depth = 0;
  #isInString = false;
  /** Whether the next character is escaped. */
  #isEscaped = false;

  /** @returns undefined where there is none. */
  lastIn(bytes: Uint8Array, start: number, end: number): number | undefined {
    let cut: number | undefined;
    for (let index = start; index < end; index++) {
      const byte = bytes[index] ?? 0;
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) this.#isInString = false;
      } else if (byte === QUOTE) this.#isInString = true;
      else if (byte === COMMA) {
        if (this.#depth === 1) cut = index;
      } else if (byte === OPENING || byte === OPENING + BRACE) this.#depth++;
      else if (byte === CLOSING || byte === CLOSING + BRACE) this.#depth--;
    }
    return cut;
  }
}
