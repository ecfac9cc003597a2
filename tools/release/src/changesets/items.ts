/** An item of the list in a changeset, as it is written: a line that begins with a bullet, and what stands under it. */
export interface Item {
  readonly text: string;
  /** Of the changes of the description that it is about; none when a maintainer wrote it about something else. */
  readonly marks: readonly string[];
}

export interface Summary {
  /** What stands above the first item. */
  readonly opening: string;
  readonly items: readonly Item[];
}

/** A comment, so that a Markdown reader sees nothing of it. */
const mark = /\s*<!-- change ([\da-f]{8}) -->/g;

export function readSummary(text: string): Summary {
  // Nothing is split off an item that the text begins with, unless a line stands above it.
  const [opening = "", ...items] = `\n${text}`.split(/^(?=[-*+] )/m);
  return {
    opening: opening.trim(),
    items: items.map((item) => ({
      text: item.trimEnd(),
      marks: marksIn(item),
    })),
  };
}

export function printSummary({ opening, items }: Summary): string {
  const list = items.map(({ text }) => text).join("\n");
  return [opening, list].filter(Boolean).join("\n\n");
}

export function markedItem(text: string, id: string): Item {
  return { text: `- ${text} <!-- change ${id} -->`, marks: [id] };
}

/** With more words, before the comments that say what it is about. */
export function withWords({ text, marks }: Item, words: readonly string[]): Item {
  const added = words.map((more) => ` ${more}`).join("");
  return { text: text.replace(/(?=\s*<!-- change )/, () => added), marks };
}

/** The changes of the description that a text is about. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(mark)].map(([, found = ""]) => found);
}

/** The text as a reader of a changelog gets it. */
export function withoutMarks(text: string): string {
  return text.replaceAll(mark, "");
}
