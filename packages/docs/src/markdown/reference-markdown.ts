import type { Reference, TagDocument } from "../reference/document.ts";
import type { SiteAddress } from "../site/address.ts";
import { factsMarkdown, headingMarkdown, inlineMarkdown, itemMarkdown, textMarkdown } from "./layout.ts";
import { codeSpan, escaped, linkTarget } from "./markdown-text.ts";
import { operationMarkdown, serversMarkdown } from "./operation-markdown.ts";

/** The whole reference as one document. */
export function referenceMarkdown(reference: Reference, address: SiteAddress): string {
  const { tags, webhooks } = reference;
  return document([
    ...introduction(reference, address),
    ...tags.flatMap((tag) => [
      headingMarkdown(2, escaped(tag.title)),
      ...aboutTag(tag, address),
      ...tag.operations.flatMap((operation) => operationMarkdown(operation, { level: 3, address })),
    ]),
    ...(webhooks.length === 0 ? [] : [headingMarkdown(2, "Webhooks")]),
    ...webhooks.flatMap((webhook) => operationMarkdown(webhook, { level: 3, address })),
  ]);
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
