/** A line by which git parts what two sides of a merge have made of the same lines. */
export interface MergeMark {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The marks in a text of a merge that is not finished. */
export function mergeMarks(text: string): MergeMark[] {
  return text
    .split("\n")
    .flatMap((line, index) => (/^(<{7}|>{7}) /.test(line) ? [{ line: index + 1, text: line }] : []));
}
