import { type Description, DescriptionError, isObject } from "./description.ts";
import type { Reference } from "./reference.ts";

/** One page of the site. */
export type Page = {
  /** Path that Redoc knows the page by: the base is in it, a slash at the end is not. */
  route: string;
  /** Folder of the page inside the site, with `/` between names; empty for the overview. */
  folder: string;
  title: string;
  /** One plain sentence or paragraph about the page. */
  summary: string;
};

type Item = Reference["items"][number];

/**
 * The pages of a reference in the order of its menu: the overview, its sections, tags and operations.
 *
 * @throws {DescriptionError} when a name would lead outside the site's folder.
 */
export function pagesOf(reference: Reference): Page[] {
  const { description, base } = reference;
  const pages = new Map<string, Page>();
  const visit = (item: Item): void => {
    const route = item.routeSlug;
    if (route !== undefined && !pages.has(route)) {
      const folder = folderOf(route, base);
      const title = item.label ?? description.info.title;
      pages.set(route, {
        route,
        folder,
        title:
          folder === "" || title === description.info.title
            ? description.info.title
            : `${title} · ${description.info.title}`,
        summary: summaryOf(item, description),
      });
    }
    // Redoc nests its own items and nothing else.
    for (const child of item.items ?? []) visit(child as Item);
  };
  for (const item of reference.items) visit(item);
  return [...pages.values()];
}

function folderOf(route: string, base: string): string {
  const root = base.slice(0, -1);
  const path = route === root || route === base ? "" : route.slice(base.length);
  const names = path.split("/");
  const inside = path === "" || (route.startsWith(base) && names.every(isSafeName));
  if (!inside) {
    throw new DescriptionError(
      `A heading or name in the description makes the page path ${JSON.stringify(route)}; reword it`,
    );
  }
  return path;
}

/** A name that is one file name on every system, and no step upwards. */
function isSafeName(name: string): boolean {
  return name.length <= 200 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._~()-]*$/u.test(name) && !name.includes("..");
}

function summaryOf(item: Item, description: Description): string {
  const operation = operationOf(item, description);
  const candidates = [
    operation?.["description"],
    operation?.["summary"],
    description.info["summary"],
    description.info["description"],
  ];
  const markdown = candidates.find((candidate) => typeof candidate === "string" && candidate.trim() !== "");
  return typeof markdown === "string" ? firstParagraph(markdown) : description.info.title;
}

function operationOf(item: Item, description: Description) {
  const paths = description["paths"];
  if (
    item.httpVerb === undefined ||
    !("httpPath" in item) ||
    typeof item.httpPath !== "string" ||
    !isObject(paths)
  )
    return;
  const pathItem = paths[item.httpPath];
  const operation = isObject(pathItem) ? pathItem[item.httpVerb] : undefined;
  return isObject(operation) ? operation : undefined;
}

/** The first paragraph of a Markdown text without its marks, for a page's `<meta name="description">`. */
function firstParagraph(markdown: string): string {
  const [paragraph = ""] = markdown.trim().split(/\n\s*\n/);
  return paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/^#+\s*/gm, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
