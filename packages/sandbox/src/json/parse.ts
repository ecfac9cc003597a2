/**
 * Parses JSON as `JSON.parse` does, and a key as it is written. V8 (13.6, in Node 24) takes a key with an escape for another one: where
 * some object had the key `\` before, at any time in the process, `{"\n":1}` may be read as `{"\\":1}`. It compares the first letters
 * as they are written with the key that it expects, and of an escape the first is the backslash.
 *
 * @throws SyntaxError as `JSON.parse` does; RangeError when a text with such a key is nested too deeply for the stack.
 */
export function parse(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return hasEscapedKey(text) ? new Reader(text).value() : value;
}

/** @param text Known to be JSON. */
function hasEscapedKey(text: string): boolean {
  if (!text.includes("\\")) return false;
  for (const [, written = "", colon] of text.matchAll(/"((?:[^"\\]|\\.)*)"[ \t\n\r]*(:?)/g)) {
    if (colon === ":" && written.includes("\\")) return true;
  }
  return false;
}

/** Reads a text that is known to be JSON. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): unknown {
    const opening = this.#next();
    if (opening === "{") return Object.fromEntries(this.#parts("}", () => this.#property()));
    if (opening === "[") return this.#parts("]", () => this.value());
    return JSON.parse(this.#token(opening === '"' ? string : scalar));
  }

  #property(): [name: string, value: unknown] {
    this.#next();
    const name: string = JSON.parse(this.#token(string));
    this.#next();
    this.#at++;
    return [name, this.value()];
  }

  /** What stands between brackets and commas. */
  #parts<Part>(closing: string, read: () => Part): Part[] {
    const parts: Part[] = [];
    this.#at++;
    while (this.#next() !== closing) {
      if (this.#next() === ",") this.#at++;
      parts.push(read());
    }
    this.#at++;
    return parts;
  }

  /** The next character that is no space (RFC 8259 § 2). */
  #next(): string | undefined {
    this.#token(space);
    return this.#text[this.#at];
  }

  #token(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [token = ""] = pattern.exec(this.#text) ?? [];
    this.#at += token.length;
    return token;
  }
}

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\]|\\.)*"/y;
const scalar = /[^ \t\n\r,\]}]+/y;
