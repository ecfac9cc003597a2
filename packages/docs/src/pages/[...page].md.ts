import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";
import { guidesFolder } from "../guides/guide.ts";
import { withSiteLinks } from "../guides/guide-links.ts";
import { escaped } from "../markdown/markdown-text.ts";
import { operationMarkdown } from "../markdown/operation-markdown.ts";
import { document, landingMarkdown, referenceMarkdown, tagMarkdown } from "../markdown/reference-markdown.ts";

/** Every page as Markdown beside it. */
export function getStaticPaths() {
  const { reference, whole, guides, address } = currentSite();
  const page = (folder: string, markdown: () => string) => ({
    params: { page: folder === "" ? "index" : `${folder}/index` },
    props: { markdown },
  });
  return [
    page("", () => landingMarkdown(reference, address)),
    { params: { page: "reference" }, props: { markdown: () => referenceMarkdown(whole, address) } },
    ...reference.tags.flatMap((tag) => [
      page(tag.folder, () => tagMarkdown(tag, address)),
      ...tag.operations.map((operation) =>
        page(operation.folder ?? "", () => document(operationMarkdown(operation, { level: 1, address }))),
      ),
    ]),
    ...guides.map((guide) =>
      page(`${guidesFolder}/${guide.name}`, () =>
        document([`# ${escaped(guide.title)}`, withSiteLinks(guide, guides, address.url)]),
      ),
    ),
  ];
}

export const GET: APIRoute<{ markdown: () => string }> = ({ props }) => {
  return new Response(props.markdown(), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
};
