import type { SiteAddress } from "../address.ts";
import type { TextFile } from "../bundle.ts";
import type { Description } from "../description.ts";
import { pageHead } from "../page-head.ts";
import { pageUrl } from "../page-url.ts";
import { documentHtml } from "./html.ts";
import { documentMarkdown } from "./markdown.ts";
import { plainPage } from "./page.ts";
import { type FolderOf, plainDocument } from "./plain-document.ts";

/** Folder of the plain reference in the site. */
export const plainFolder = "reference";

/** The plain reference as a page and as Markdown. */
export function plainReference(
  description: Description,
  { address, folderOf }: { address: SiteAddress; folderOf: FolderOf },
): TextFile[] {
  const document = plainDocument(description, folderOf);
  const root = "../";
  const head = pageHead({
    title: `Plain reference · ${description.info.title}`,
    summary: `Every operation, parameter, property and example of the ${description.info.title} on one page.`,
    url: pageUrl(address.url, plainFolder),
    siteName: description.info.title,
    type: "article",
  });
  const { html, headings } = documentHtml(document, { base: address.base, root });
  const page = plainPage({ title: document.title, head: head.join("\n"), root, html, headings });
  return [
    { path: `${plainFolder}/index.html`, text: page },
    { path: "reference.md", text: documentMarkdown(document, address) },
  ];
}
