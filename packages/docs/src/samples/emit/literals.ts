import { isObject } from "@visitors-api/openapi";

/** How a language writes the values of JSON. */
export type Notation = {
  /** A string, number, boolean or null. */
  readonly scalar: (value: unknown) => string;
  readonly key: (name: string) => string;
  readonly file: (file: File) => string;
  /** What stands inside the braces of an object on one line. */
  readonly padding: string;
  /** Of one level. */
  readonly indent: string;
};

/** What stands in a literal for a value that is no JSON. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The widest line that the column of samples shows without scrolling on a usual screen. */
export const width = 56;

/**
 * A value as a literal: on one line where that leaves room, otherwise each item on its own.
 *
 * @param level Of the line that it stands on.
 * @param taken Characters before and after it on its line, indentation included.
 */
export function literal(value: unknown, notation: Notation, level = 0, taken = 0): string {
  const line = onOneLine(value, notation);
  if (line.length + taken <= width || !hasParts(value)) return line;

  const inner = notation.indent.repeat(level + 1);
  const item = (label: string, child: unknown): string => {
    return `${inner}${label}${literal(child, notation, level + 1, inner.length + label.length + 1)},`;
  };
  const items = Array.isArray(value)
    ? value.map((child) => item("", child))
    : Object.entries(value).map(([name, child]) => item(`${notation.key(name)}: `, child));
  if (items.length === 0) return line;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${items.join("\n")}\n${notation.indent.repeat(level)}${close}`;
}

/** Whether a value has parts that could stand on lines of their own. */
function hasParts(value: unknown): value is object {
  const isExpression = value instanceof File || value instanceof Expression;
  return typeof value === "object" && value !== null && !isExpression;
}

function onOneLine(value: unknown, notation: Notation): string {
  if (value instanceof File) return notation.file(value);
  if (value instanceof Expression) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => onOneLine(item, notation)).join(", ")}]`;
  if (!isObject(value)) return notation.scalar(value ?? null);
  const entries = Object.entries(value).map(
    ([name, child]) => `${notation.key(name)}: ${onOneLine(child, notation)}`,
  );
  if (entries.length === 0) return "{}";
  return `{${notation.padding}${entries.join(", ")}${notation.padding}}`;
}

/** Each line one level further in. Only line feeds end a line: JavaScript's own idea of one has U+2028 too, which strings may have. */
export function indented(text: string, { indent }: Notation): string {
  return text
    .split("\n")
    .map((line) => indent + line)
    .join("\n");
}
