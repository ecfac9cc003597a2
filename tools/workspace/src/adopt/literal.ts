/** A JSON value as somebody would write it in TypeScript: on one line where that is short, keys without quotes where they need none. */
export function literal(value: unknown): string {
  const lines = JSON.stringify(value, undefined, 2).replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");
  // Strings have no line breaks of their own here.
  const line = lines.replaceAll(/\n\s*/g, " ");
  return line.length <= 80 ? line : lines;
}
