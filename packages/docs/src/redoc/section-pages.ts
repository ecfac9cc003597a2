import { isObject, type JsonObject } from "../description.ts";
import type { Reference } from "../reference.ts";

type Item = Reference["items"][number];

/**
 * Gives each heading of the description's own text what stands under it as its page, where Redoc has only a place on the
 * overview for it. The overview keeps the whole text.
 */
export function withSectionPages(items: readonly Item[]): Item[] {
  const overview = items.find(({ content }) => content?.contentType === "overview");
  const withPage = (item: Item): Item => {
    const section =
      item.content === null && item.type === "link"
        ? sectionAt(overview?.content, item.routeSlug)
        : undefined;
    const content = section && pageOf(section, item.label ?? "");
    // Redoc nests its own items and nothing else; the content is of the kinds of parts that an overview has.
    const children = item.items && { items: (item.items as Item[]).map(withPage) };
    return { ...item, ...children, ...(content && { content }) } as Item;
  };
  return items.map(withPage);
}

function sectionAt(node: unknown, route: string | undefined): JsonObject | undefined {
  if (!isObject(node) || route === undefined) return undefined;
  if (node["sectionId"] === route) return node;
  const children = Array.isArray(node["children"]) ? node["children"] : [];
  for (const child of children) {
    const found = sectionAt(child, route);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pageOf(section: JsonObject, label: string) {
  const [first, ...others] = Array.isArray(section["children"]) ? section["children"] : [];
  const title = { nodeType: "header", level: 1, label };
  const children = [title, withoutHeading(first), ...others];
  return {
    contentType: "overview",
    meta: { name: label },
    children: [{ nodeType: "container", children }],
  };
}

/** The title of the page says it already. */
function withoutHeading(node: unknown): unknown {
  if (!isObject(node) || !Array.isArray(node["content"])) return node;
  const [heading, ...rest] = node["content"];
  return isObject(heading) && heading["type"] === "heading" ? { ...node, content: rest } : node;
}
