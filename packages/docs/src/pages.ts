import { type Description, DescriptionError, isObject } from "./description.ts";
import type { Reference } from "./reference.ts";

/** One page of the site. */
export type Page = {
  /** Path that Redoc knows the page by: the base is in it, a slash at the end is not. */
  route: string;
  /** Folder of the page inside the site, with `/` between names; empty for the overview. */
  folder: string;
  title: string;
  /** What the page is about, without the name of the site. */
  name: string;
  /** The operation that the page is about, if it is about one. */
  operation?: { method: string; path: string };
  /** One plain sentence or paragraph about the page. */
  summary: string;
};

type Item = Reference["items"][number];

/**
 * The pages of a reference in the order of its menu: the overview, its sections, tags and operations.
 *
 * @throws {DescriptionError} when a name would lead outside the site's folder.
 */
export function pagesOf({ items, base }: Reference, description: Description): Page[] {
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
        name: title,
        summary: summaryOf(item, description),
        ...operationOf(item),
      });
    }
    // Redoc nests its own items and nothing else.
    for (const child of item.items ?? []) visit(child as Item);
  };
  for (const item of items) visit(item);
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
  const operation = operationAt(operationOf(item).operation, description);
  const { info } = description;
  const own =
    operation === undefined
      ? [tagText(item.label, description), textUnderHeading(item.label, info["description"])]
      : [operation["description"], operation["summary"]];
  for (const candidate of [...own, info["summary"], info["description"]]) {
    const paragraph = typeof candidate === "string" ? firstParagraph(candidate) : "";
    if (paragraph !== "") return paragraph;
  }
  return info.title;
}

function tagText(label: string | undefined, description: Description): unknown {
  const tags = Array.isArray(description["tags"]) ? description["tags"].filter(isObject) : [];
  return tags.find((tag) => (tag["x-displayName"] ?? tag["name"]) === label)?.["description"];
}

function textUnderHeading(heading: string | undefined, markdown: unknown): string | undefined {
  if (heading === undefined || typeof markdown !== "string") return undefined;
  const [, ...parts] = markdown.split(/^#+[^\S\n]+/m);
  const part = parts.find((text) => text.split("\n")[0]?.trim() === heading);
  return part?.slice(part.indexOf("\n") + 1);
}

function operationOf(item: Item): Pick<Page, "operation"> {
  if (item.httpVerb === undefined || !("httpPath" in item) || typeof item.httpPath !== "string") return {};
  return { operation: { method: item.httpVerb, path: item.httpPath } };
}

function operationAt(operation: Page["operation"], description: Description) {
  const paths = description["paths"];
  if (operation === undefined || !isObject(paths)) return;
  const pathItem = paths[operation.path];
  const found = isObject(pathItem) ? pathItem[operation.method] : undefined;
  return isObject(found) ? found : undefined;
}

/**
 * The first paragraph of a Markdown text without its marks, for a page's `<meta name="description">`; one that is nothing but
 * a link says nothing about the page.
 */
function firstParagraph(markdown: string): string {
  const paragraphs = markdown.trim().split(/\n\s*\n/);
  const paragraph = paragraphs.find((text) => !/^!?\[[^\]]*\]\([^)]*\)$/.test(text.trim())) ?? "";
  return paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/^#+\s*/gm, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
