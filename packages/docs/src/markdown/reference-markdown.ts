import type { OperationDocument, Reference, SharedSchema, TagDocument } from "../reference/document.ts";
import { fitted, type Part } from "../reference/fitted.ts";
import type { SiteAddress } from "../site/address.ts";
import { factsMarkdown, headingMarkdown, inlineMarkdown, itemMarkdown, textMarkdown } from "./layout.ts";
import { codeSpan, escaped, linkTarget } from "./markdown-text.ts";
import { operationMarkdown, serversMarkdown } from "./operation-markdown.ts";
import { schemaMarkdown } from "./schema-markdown.ts";

/** The whole reference as one document. What there is no room for is named, with the way to it. */
export function referenceMarkdown(reference: Reference, address: SiteAddress): string {
  const { tags, webhooks, schemas } = reference;
  const parts = [
    ...tags.flatMap((tag) => [
      always([headingMarkdown(2, escaped(tag.title)), ...aboutTag(tag, address)]),
      ...tag.operations.map((operation) => operationPart(operation, address)),
    ]),
    ...(webhooks.length === 0 ? [] : [always([headingMarkdown(2, "Webhooks")])]),
    ...webhooks.map((webhook) => operationPart(webhook, address)),
    ...(schemas.length === 0 ? [] : [always([headingMarkdown(2, "Schemas")])]),
    ...schemas.map((schema) => schemaPart(schema, address)),
  ];
  return document([...introduction(reference, address), ...fitted(parts)]);
}

function always(blocks: readonly string[]): Part {
  const text = blocks.join("\n\n");
  return { whole: text, cut: text };
}

function operationPart(operation: OperationDocument, address: SiteAddress): Part {
  const { title, method, path, folder } = operation;
  const file = folder === undefined ? "openapi.json" : `${folder}/index.md`;
  const to = `[${escaped(file)}](${linkTarget(address.url + file)})`;
  const isCut = `${codeSpan(`${method} ${path}`)} is cut here, since this file would be too large: all of it is in ${to}.`;
  return {
    whole: operationMarkdown(operation, { level: 3, address }).join("\n\n"),
    cut: [headingMarkdown(3, escaped(title)), isCut].join("\n\n"),
  };
}

function schemaPart({ title, schema }: SharedSchema, address: SiteAddress): Part {
  const heading = headingMarkdown(3, escaped(title));
  const elsewhere = `the file of each operation that uses it has it, and so does [openapi.json](${address.url}openapi.json)`;
  return {
    whole: [heading, ...schemaMarkdown(schema, { level: 3, address })].join("\n\n"),
    cut: [heading, `It is cut here, since this file would be too large: ${elsewhere}.`].join("\n\n"),
  };
}

/** What the landing page says. */
export function landingMarkdown(reference: Reference, address: SiteAddress): string {
  return document([
    ...introduction(reference, address),
    ...reference.tags.flatMap((tag) => [headingMarkdown(2, escaped(tag.title)), ...tagContent(tag, address)]),
  ]);
}

export function tagMarkdown(tag: TagDocument, address: SiteAddress): string {
  return document([headingMarkdown(1, escaped(tag.title)), ...tagContent(tag, address)]);
}

/** Blocks as a file. */
export function document(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function introduction(reference: Reference, address: SiteAddress): string[] {
  const { title, version, summary, description, facts, servers, schemes } = reference;
  return [
    headingMarkdown(1, escaped(`${title} ${version}`.trim())),
    ...(summary === undefined ? [] : [inlineMarkdown([summary])]),
    ...textMarkdown(description, { level: 1, address }),
    ...(facts.length === 0 ? [] : [factsMarkdown(facts)]),
    ...(servers.length === 0 ? [] : [headingMarkdown(2, "Servers"), serversMarkdown(servers)]),
    ...(schemes.length === 0 ? [] : [headingMarkdown(2, "Authentication")]),
    ...schemes.flatMap(({ name, words, description, flows }) => [
      headingMarkdown(3, codeSpan(name)),
      inlineMarkdown(words),
      ...textMarkdown(description, { level: 3, address }),
      ...flows.map(
        ({ title, facts }) =>
          `${title}:\n\n${facts.map((fact) => itemMarkdown(inlineMarkdown(fact), [])).join("\n")}`,
      ),
    ]),
  ];
}

function aboutTag({ description, facts }: TagDocument, address: SiteAddress): string[] {
  return [
    ...textMarkdown(description, { level: 2, address }),
    ...(facts.length === 0 ? [] : [factsMarkdown(facts)]),
  ];
}

function tagContent(tag: TagDocument, address: SiteAddress): string[] {
  const items = tag.operations.map(({ title, folder, method, path }) =>
    itemMarkdown(
      `[${escaped(title)}](${linkTarget(`${address.url}${folder}/index.md`)}) ${codeSpan(`${method} ${path}`)}`,
      [],
    ),
  );
  return [...aboutTag(tag, address), ...(items.length === 0 ? [] : [items.join("\n")])];
}
