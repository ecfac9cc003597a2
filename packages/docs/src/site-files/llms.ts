import type { SiteAddress } from "../address.ts";
import type { Description } from "../description.ts";
import { pageUrl } from "../page-url.ts";
import type { Page } from "../pages.ts";
import { escaped, linkTarget } from "../plain/markdown-text.ts";

/** What a language model should read of the site (https://llmstxt.org). */
export function llms(description: Description, pages: readonly Page[], { url }: SiteAddress): string {
  const { title, summary } = description.info;
  const [overview, ...others] = pages;
  const about = typeof summary === "string" ? summary : overview?.summary;
  return [
    `# ${escaped(title)}`,
    ...(about === undefined ? [] : [`> ${escaped(about)}`]),
    list("Reference", [
      link("reference.md", `${url}reference.md`, "the whole description as Markdown; enough to call the API"),
      link("openapi.json", `${url}openapi.json`, "the OpenAPI description"),
      link("openapi.yaml", `${url}openapi.yaml`, "the same as YAML"),
    ]),
    list(
      "Pages",
      others.map(({ name, folder, summary }) => link(name, pageUrl(url, folder), summary)),
    ),
    list("Optional", [
      link(
        "Plain reference",
        `${url}reference/`,
        "reference.md as one page of HTML, with an anchor for each property",
      ),
    ]),
    ``,
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function list(title: string, links: readonly string[]): string {
  return `## ${title}\n\n${links.join("\n")}`;
}

function link(text: string, url: string, about: string): string {
  return `- [${escaped(text)}](${linkTarget(url)}): ${escaped(about)}`;
}
