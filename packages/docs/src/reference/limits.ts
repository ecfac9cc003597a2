/**
 * What a page shows at most. Descriptions exist whose examples have megabytes, whose lists of values have thousands, and whose
 * schemas nest in each other without an end; nobody reads that, and no page should weigh more than 1.5 MB. What is cut says so.
 */
export const limits = {
  /** Schemas that a page describes in place; with more, each component is described once. */
  schemasInPlace: 1_500,
  /** Schemas of an operation that are described at all. */
  schemas: 3_000,
  /** Characters of a text, such as an example or a description. */
  text: 20_000,
  /** Values of a list. */
  values: 500,
  /** Examples and samples of an operation, in characters all together. */
  examples: 200_000,
  /** The operations and schemas of the page that has all of them, in bytes, and of the same in Markdown. */
  page: 1_300_000,
  /** What of that page the browser reads at a time, in characters. */
  pause: 16_000,
} as const;

/** A text as a page shows it. */
export function cut(text: string, most: number = limits.text): string {
  if (text.length <= most) return text;
  const kilobytes = Math.ceil(text.length / 1000);
  return `${text.slice(0, most)}\n… cut here: the whole of it, ${kilobytes} KB, is in openapi.json`;
}
