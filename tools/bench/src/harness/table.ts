export interface Table {
  readonly columns: readonly string[];
  /** A row may be shorter than the columns; what it lacks is empty. The first cell is what the row is about. */
  readonly rows: readonly (readonly string[])[];
}

/** As Markdown that reads well as plain text too: the first column to the left, the others to the right. */
export function printTable({ columns, rows }: Table): string {
  const cells = [columns, ...rows].map((row) =>
    columns.map((_, index) => (row[index] ?? "").replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ")),
  );
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string => {
    const padded = widths.map((width, index) => {
      const cell = row[index] ?? "";
      return index === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, index) => (index === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [header = [], ...body] = cells;
  return [line(header), `| ${rule.join(" | ")} |`, ...body.map(line)].join("\n");
}
