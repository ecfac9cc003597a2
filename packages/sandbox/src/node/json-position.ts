const WHITESPACE = /[ \t\n\r]*/y;
const PLAIN_VALUE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Of the control characters, a string can have those from U+007F on. In short parts, since a very long match exhausts the
// stack of the engine.
const PART_OF_STRING = /[^"\\\p{Cc}]{1,999}|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/uy;

/**
 * Finds the first character that a text which is not JSON (RFC 8259) cannot have in its place; `JSON.parse` says it only
 * for some mistakes. The offset is the length of the text when the text ends too early, and undefined when it is JSON.
 */
export function firstUnexpected(text: string): number | undefined {
  // The brackets that are open, by what closes them.
  const open: string[] = [];
  let at = 0;
  let next: "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end" = "value";

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const taken = pattern.test(text);
    if (taken) at = pattern.lastIndex;
    return taken;
  }
  function takeString(): boolean {
    if (text[at] !== '"') return false;
    at += 1;
    while (take(PART_OF_STRING));
    if (text[at] !== '"') return false;
    at += 1;
    return true;
  }
  for (;;) {
    take(WHITESPACE);
    const character = text[at];
    if (character === undefined)
      return next === "comma or end" && open.length === 0 ? undefined : text.length;
    if (next.endsWith("end") && character === open.at(-1)) {
      open.pop();
      next = "comma or end";
      at += 1;
    } else if (next === "comma or end") {
      if (character !== "," || open.length === 0) return at;
      next = open.at(-1) === "}" ? "name" : "value";
      at += 1;
    } else if (next === "colon") {
      if (character !== ":") return at;
      next = "value";
      at += 1;
    } else if (next.startsWith("name")) {
      if (!takeString()) return at;
      next = "colon";
    } else if (character === "{" || character === "[") {
      open.push(character === "{" ? "}" : "]");
      next = character === "{" ? "name or end" : "value or end";
      at += 1;
    } else if (character === '"') {
      if (!takeString()) return at;
      next = "comma or end";
    } else {
      if (!take(PLAIN_VALUE)) return at;
      next = "comma or end";
    }
  }
}

/** Line and column of an offset, counted from 1, as editors show them. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
