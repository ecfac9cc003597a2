import type { ContentDocument, ExampleDocument, Field, SchemaDocument } from "../reference/document.ts";
import type { SiteAddress } from "../site/address.ts";
import { factsMarkdown, inlineMarkdown, itemMarkdown, textMarkdown } from "./layout.ts";
import { codeSpan, escaped, fenced } from "./markdown-text.ts";

export type Context = {
  /** Level of the heading that it stands under. */
  readonly level: number;
  readonly address: SiteAddress;
};

/** A body of one media type. */
export function contentMarkdown(
  { mediaType, schema, encodings, examples, externalExamples }: ContentDocument,
  context: Context,
): string[] {
  return [
    [codeSpan(mediaType), ...(schema === undefined ? [] : [wordsOf(schema)])].join(" "),
    ...(schema === undefined ? [] : schemaMarkdown(schema, context)),
    ...(encodings.length === 0 ? [] : [factsMarkdown(encodings)]),
    ...examplesMarkdown(examples, context),
    ...(externalExamples.length === 0 ? [] : [factsMarkdown(externalExamples)]),
  ];
}

/** What is said of a schema, and what is in it. */
export function schemaMarkdown(schema: SchemaDocument, context: Context): string[] {
  const { description, facts, values, elsewhere, fields, choices } = schema;
  return [
    ...textMarkdown(description, context),
    ...(facts.length === 0 ? [] : [factsMarkdown(facts)]),
    ...(values === undefined ? [] : [allowed(values.shown, values.more)]),
    ...(elsewhere === undefined ? [] : [`What is in it: see ${escaped(elsewhere.text)}`]),
    ...fieldsMarkdown(fields, context),
    ...choices.flatMap(({ label, options }) => [
      `${inlineMarkdown(label)}:`,
      options
        .map(({ title, schema: option }) => {
          const name = title === "" ? [] : [`**${escaped(title)}**`];
          return itemMarkdown([...name, wordsOf(option)].join(" "), schemaMarkdown(option, context));
        })
        .join("\n"),
    ]),
  ];
}

/** Fields as a list; none for none. */
export function fieldsMarkdown(fields: readonly Field[], context: Context): string[] {
  if (fields.length === 0) return [];
  return [
    fields
      .map(({ name, kind, required, schema, examples }) => {
        const title = kind === "others" ? name : codeSpan(kind === "pattern" ? `/${name}/` : name);
        const words = [title, wordsOf(schema), ...(required ? ["(required)"] : [])].join(" ");
        return itemMarkdown(words, [
          ...schemaMarkdown(schema, context),
          ...examplesMarkdown(examples, context),
        ]);
      })
      .join("\n"),
  ];
}

export function examplesMarkdown(examples: readonly ExampleDocument[], context: Context): string[] {
  return examples.flatMap(({ title, description, text, language }) => [
    title === "" ? "Example:" : `Example: ${escaped(title)}`,
    ...textMarkdown(description, context),
    fenced(text, language),
  ]);
}

function wordsOf({ type, nullable, deprecated, readOnly, writeOnly }: SchemaDocument): string {
  const marks = [
    ...(nullable ? ["may be null"] : []),
    ...(readOnly ? ["read only"] : []),
    ...(writeOnly ? ["write only"] : []),
    ...(deprecated === undefined ? [] : [deprecated]),
  ];
  return [escaped(type), ...marks].join(", ");
}

function allowed(values: readonly string[], more: number): string {
  return `One of: ${values.map(codeSpan).join(" ")}${more > 0 ? ` and ${more} more, see openapi.json` : ""}`;
}
