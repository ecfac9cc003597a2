import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";
import { guidesFolder } from "../guides/guide.ts";
import { escaped, linkTarget } from "../markdown/markdown-text.ts";
import { firstParagraph } from "../markdown/plain-text.ts";
import { landingSummary } from "../site/summaries.ts";

/** What a language model should read of the site (https://llmstxt.org). */
export const GET: APIRoute = () => {
  const { reference, guides, address } = currentSite();
  const { url } = address;
  const operations = reference.tags.flatMap((tag) => tag.operations);
  const sections = [
    `# ${escaped(reference.title)}`,
    `> ${escaped(landingSummary(reference))}`,
    list("Reference", [
      link("reference.md", "reference.md", "the whole description as Markdown; enough to call the API"),
      link("openapi.json", "openapi.json", "the OpenAPI description"),
      link("openapi.yaml", "openapi.yaml", "the same as YAML"),
    ]),
    ...(guides.length === 0
      ? []
      : [
          list(
            "Guides",
            guides.map(({ name, title, markdown }) =>
              link(title, `${guidesFolder}/${name}/index.md`, firstParagraph(markdown) ?? title),
            ),
          ),
        ]),
    list(
      "Operations",
      operations.map(({ title, folder, summary }) => link(title, `${folder}/index.md`, summary)),
    ),
    list("Optional", [
      link(
        "The whole reference",
        "reference/",
        "reference.md as one page of HTML, with an anchor for each property",
      ),
    ]),
  ];
  return new Response(`${sections.join("\n\n")}\n`);

  function link(text: string, path: string, about: string): string {
    return `- [${escaped(text)}](${linkTarget(`${url}${path}`)}): ${escaped(about)}`;
  }
};

function list(title: string, links: readonly string[]): string {
  return `## ${title}\n\n${links.join("\n")}`;
}
