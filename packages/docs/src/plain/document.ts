/**
 * The plain reference between the description and its two forms. The walk over the description makes one of these;
 * `html.ts` and `markdown.ts` only lay it out. Texts are plain text, except that of `markdown` blocks.
 */
export type PlainDocument = {
  title: string;
  blocks: Block[];
};

export type Block =
  | Section
  | { kind: "paragraph"; content: Inline[] }
  /** The description's own Markdown. */
  | { kind: "markdown"; text: string; links: MarkdownLinks }
  | { kind: "code"; text: string; language: string }
  /** Short remarks that may stand on one line. */
  | { kind: "facts"; facts: Inline[][] }
  | { kind: "list"; items: Inline[][] }
  | { kind: "fields"; fields: Field[] }
  | { kind: "choice"; label: Inline[]; options: Option[] };

/** A part with a heading, whose level is its depth. */
export type Section = { kind: "section"; anchor: string; title: Inline[]; blocks: Block[] };

/** A parameter, header or property. */
export type Field = {
  anchor: string;
  name: Inline;
  /** Type and marks, to stand with a space between them. */
  words: Inline[];
  blocks: Block[];
};

/** One of several schemas. */
export type Option = {
  anchor: string;
  title?: string;
  /** Type and marks, to stand with a space between them. */
  words: Inline[];
  blocks: Block[];
};

export type Inline =
  | string
  | { kind: "code"; text: string }
  | { kind: "type"; text: string }
  /** Something to notice, such as "required". */
  | { kind: "mark"; text: string }
  /** `to` is a URL, or `#` and an anchor of this document. */
  | { kind: "link"; to: string; text: string; code?: boolean };

export type MarkdownLinks = {
  /** Folder of the page that the text is written for; empty for the overview. */
  folder: string;
  /** Whether links can lead to the text's headings. */
  headings: boolean;
};

export function code(text: string): Inline {
  return { kind: "code", text };
}

export function mark(text: string): Inline {
  return { kind: "mark", text };
}

/** Words with a space between them. */
export function spaced(words: readonly Inline[]): Inline[] {
  return words.flatMap((word, index) => (index === 0 ? [word] : [" ", word]));
}

/** A paragraph, or no block for no content. */
export function paragraph(...content: Inline[]): Block[] {
  return content.length === 0 ? [] : [{ kind: "paragraph", content }];
}

/** Facts as a block, or no block for none. */
export function factsBlock(facts: Inline[][]): Block[] {
  return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}

/** Fields as a block, or no block for none. */
export function fieldsBlock(fields: Field[]): Block[] {
  return fields.length === 0 ? [] : [{ kind: "fields", fields }];
}
