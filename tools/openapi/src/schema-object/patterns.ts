/**
 * The flags with which a pattern is a regular expression of JavaScript; undefined if it is none, and is not checked. JSON
 * Schema Core § 6.4 asks for Unicode; where a pattern was written for less, such as `\-`, it is read as its author did.
 */
export function patternFlags(pattern: string): "u" | "" | undefined {
  // Only the newest platforms have these.
  if (/\(\?[ims]*-?[ims]+:/.test(pattern)) return undefined;
  if (compiles(pattern, "u")) return "u";
  return !hasForeignEscape(pattern) && compiles(pattern, "") ? "" : undefined;
}

/** Without Unicode, JavaScript takes the letter itself for an escape that it does not know, as `\A` or `\p{L}`. */
function hasForeignEscape(pattern: string): boolean {
  return /\\[^BDSWbcdfknrstuvwx\d_\W]/.test(pattern.replaceAll("\\\\", ""));
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
