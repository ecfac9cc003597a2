import { jsonText } from "../json.ts";

/**
 * The reference between the description and its two forms. The walk over the description makes these, and components (HTML)
 * and `markdown/` only lay them out. Texts are plain text, except those of type `Markdown`.
 */

/** A text of the description's author, in Markdown. */
export type Markdown = {
  readonly text: string;
  /** Folder of the page that its relative links start from; empty for the landing page. */
  readonly folder: string;
};

/** A piece of a sentence. */
export type Inline =
  | string
  | { readonly kind: "code"; readonly text: string }
  /** `to` is a URL, or `#` and an anchor of the same page. */
  | { readonly kind: "link"; readonly to: string; readonly text: string };

/** A remark that may share its line with others, such as the default of a value. */
export type Fact = readonly Inline[];

/** The whole description. */
export type Reference = {
  readonly title: string;
  readonly version: string;
  readonly summary: string | undefined;
  readonly description: Markdown | undefined;
  /** Terms, contact, licence and where to read more. */
  readonly facts: readonly Fact[];
  readonly servers: readonly ServerDocument[];
  readonly schemes: readonly SchemeDocument[];
  /** In the order of the menu. */
  readonly tags: readonly TagDocument[];
  readonly webhooks: readonly OperationDocument[];
  /** Schemas that are described once for all operations, since in place they would be too many for one page. */
  readonly schemas: readonly SharedSchema[];
};

export type ServerDocument = {
  readonly url: string;
  readonly description: string;
  /** The values that may stand for a part of the URL in braces. */
  readonly variables: readonly Fact[];
};

/** A way to show who sends a request. */
export type SchemeDocument = {
  readonly anchor: string;
  readonly name: string;
  /** What is to be sent, in words. */
  readonly words: readonly Inline[];
  readonly description: Markdown | undefined;
  readonly flows: readonly { readonly title: string; readonly facts: readonly Fact[] }[];
};

/** Operations that belong together. */
export type TagDocument = {
  readonly anchor: string;
  /** Folder of its page inside the site. */
  readonly folder: string;
  readonly title: string;
  /** The title of the group of tags that it is in; undefined where tags are in no groups. */
  readonly group: string | undefined;
  readonly description: Markdown | undefined;
  readonly facts: readonly Fact[];
  readonly operations: readonly OperationDocument[];
};

export type OperationDocument = {
  readonly kind: "operation" | "webhook" | "callback";
  readonly anchor: string;
  /** Folder of its page inside the site; undefined for one that has none of its own. */
  readonly folder: string | undefined;
  readonly title: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** Absolute, with parameters in braces; the path alone where no server is named. */
  readonly url: string;
  readonly id: string | undefined;
  /** One plain sentence. */
  readonly summary: string;
  readonly description: Markdown | undefined;
  /** What is said of all operations of its path; undefined where nothing is. */
  readonly pathItem: { readonly title: string; readonly description: Markdown | undefined } | undefined;
  /** In words, with the days that are known; undefined for one that is in use. */
  readonly deprecated: string | undefined;
  readonly facts: readonly Fact[];
  /** What shows who sends the request, in words; empty where nothing has to. */
  readonly authentication: readonly Inline[];
  /** Where it is, when that is not where the whole API is. */
  readonly servers: readonly ServerDocument[];
  readonly parameters: readonly ParameterGroup[];
  readonly body: BodyDocument | undefined;
  readonly responses: readonly ResponseDocument[];
  readonly samples: SampleDocument;
  readonly callbacks: readonly OperationDocument[];
  /** Schemas that are described once, since in place they would be too many. */
  readonly schemas: readonly SharedSchema[];
  /** How many schemas are described in it. */
  readonly schemaCount: number;
};

export type ParameterGroup = {
  readonly anchor: string;
  /** Such as "Query parameters". */
  readonly title: string;
  readonly fields: readonly Field[];
};

export type BodyDocument = {
  readonly anchor: string;
  readonly required: boolean;
  readonly description: Markdown | undefined;
  readonly contents: readonly ContentDocument[];
};

export type ResponseDocument = {
  readonly anchor: string;
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** A few words. */
  readonly title: string;
  readonly description: Markdown | undefined;
  readonly headers: readonly Field[];
  readonly contents: readonly ContentDocument[];
  readonly links: readonly LinkDocument[];
};

/** An operation that can be called with what a response answers. */
export type LinkDocument = {
  readonly name: string;
  /** What the operation is called. */
  readonly title: string;
  /** Folder of its page; undefined for one that this description does not have. */
  readonly folder: string | undefined;
  readonly description: Markdown | undefined;
  /** What it is called with. */
  readonly facts: readonly Fact[];
};

/** A body of one media type. */
export type ContentDocument = {
  readonly anchor: string;
  readonly mediaType: string;
  readonly schema: SchemaDocument | undefined;
  /** How the properties of a form are sent. */
  readonly encodings: readonly Fact[];
  readonly examples: readonly ExampleDocument[];
  /** Where further examples are to be found. */
  readonly externalExamples: readonly Fact[];
};

export type ExampleDocument = {
  readonly title: string;
  readonly description: Markdown | undefined;
  readonly language: string;
  readonly text: string;
};

/** The requests of an operation in several languages. */
export type SampleDocument = {
  readonly languages: readonly { readonly label: string; readonly lang: string }[];
  /** Titles of the examples; one without a title where there is nothing to tell apart. */
  readonly examples: readonly string[];
  readonly sources: readonly Sample[];
};

export const noSamples: SampleDocument = { languages: [], examples: [], sources: [] };

export type Sample = {
  /** Index in `languages`. */
  readonly language: number;
  /** Index in `examples`; -1 for one that is for all of them. */
  readonly example: number;
  readonly source: string;
};

/** A parameter, header or property. */
export type Field = {
  readonly anchor: string;
  readonly name: string;
  /** Names that match a pattern, and any other names, are in words. */
  readonly kind: "name" | "pattern" | "others";
  readonly required: boolean;
  readonly schema: SchemaDocument;
  readonly examples: readonly ExampleDocument[];
};

/** A schema in words, and what is in it. */
export type SchemaDocument = {
  /** Such as `string (uri)` and `array of Company`; null is not among them. */
  readonly type: string;
  readonly nullable: boolean;
  /** In words, with the days that are known; undefined for one that is in use. */
  readonly deprecated: string | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly description: Markdown | undefined;
  readonly facts: readonly Fact[];
  /** Every value that it may have; undefined where it may have any. */
  readonly values: AllowedValues | undefined;
  /** Where it is described, if not here: a schema that it is inside of, or one that is described once. */
  readonly elsewhere: { readonly anchor: string; readonly text: string } | undefined;
  readonly fields: readonly Field[];
  readonly choices: readonly Choice[];
};

export type AllowedValues = {
  /** As JSON, or as they are where all are texts. */
  readonly shown: readonly string[];
  /** How many there are besides. */
  readonly more: number;
};

/** Schemas that a schema is composed of. */
export type Choice = {
  readonly anchor: string;
  readonly label: readonly Inline[];
  /** Whether a reader looks at one at a time. */
  readonly exclusive: boolean;
  readonly options: readonly Option[];
};

export type Option = { readonly anchor: string; readonly title: string; readonly schema: SchemaDocument };

export type SharedSchema = {
  readonly anchor: string;
  readonly title: string;
  readonly schema: SchemaDocument;
};

export function code(text: string): Inline {
  return { kind: "code", text };
}

/** Values with a label before them, as code. */
export function labelled(label: string, values: readonly unknown[]): Fact {
  return [
    `${label} `,
    ...values.flatMap((value, index) => [...(index > 0 ? [" "] : []), code(jsonText(value))]),
  ];
}
