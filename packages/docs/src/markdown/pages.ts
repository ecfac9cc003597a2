import { guidesFolder } from "../guides/guide.ts";
import { withSiteLinks } from "../guides/guide-links.ts";
import type { SiteAddress } from "../site/address.ts";
import type { Site } from "../site/site.ts";
import { landingSummary, tagSummary } from "../site/summaries.ts";
import { escaped } from "./markdown-text.ts";
import { operationMarkdown } from "./operation-markdown.ts";
import { firstParagraph } from "./plain-text.ts";
import { document, landingMarkdown, referenceMarkdown, tagMarkdown } from "./reference-markdown.ts";

/** A page as Markdown. */
export type MarkdownPage = {
  /** Of its file inside the site. */
  readonly path: string;
  readonly title: string;
  /** One plain sentence or paragraph. */
  readonly summary: string;
  readonly markdown: () => string;
};

/**
 * Every page of a site as Markdown.
 *
 * @param address what the links between them start with.
 */
export function markdownPages(
  { reference, whole, guides }: Pick<Site, "reference" | "whole" | "guides">,
  address: SiteAddress,
): MarkdownPage[] {
  const { title } = reference;
  return [
    {
      path: "index.md",
      title,
      summary: landingSummary(reference),
      markdown: () => landingMarkdown(reference, address),
    },
    {
      path: "reference.md",
      title: `${title}: the whole reference`,
      summary: "the whole description as Markdown; enough to call the API",
      markdown: () => referenceMarkdown(whole, address),
    },
    ...reference.tags.flatMap((tag) => [
      {
        path: `${tag.folder}/index.md`,
        title: tag.title,
        summary: tagSummary(tag, reference),
        markdown: () => tagMarkdown(tag, address),
      },
      ...tag.operations.map((operation) => ({
        path: `${operation.folder}/index.md`,
        title: operation.title,
        summary: operation.summary,
        markdown: () => document(operationMarkdown(operation, { level: 1, address })),
      })),
    ]),
    ...guides.map((guide) => ({
      path: `${guidesFolder}/${guide.name}/index.md`,
      title: guide.title,
      summary: firstParagraph(guide.markdown) ?? guide.title,
      markdown: () => document([`# ${escaped(guide.title)}`, withSiteLinks(guide, guides, address.url)]),
    })),
  ];
}
