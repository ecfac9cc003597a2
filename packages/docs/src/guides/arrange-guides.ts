import { type Description, isObject } from "../description.ts";
import type { Reference } from "../reference.ts";
import { guidesFolder } from "./guide.ts";

type Item = Reference["items"][number];

/**
 * Redoc's menu and pages with the guides in their place: below the overview, each as one page with all its headings on it, where
 * Redoc would make a page of each heading.
 *
 * @param description as Redoc was given it, its guides marked by `withGuides`.
 */
export function arrangeGuides(items: readonly Item[], description: Description, base: string): Item[] {
  const names = new Map<unknown, string>();
  for (const tag of Array.isArray(description["tags"]) ? description["tags"].filter(isObject) : []) {
    if (typeof tag["x-guide"] === "string") names.set(`${base}${tag["name"]}`, tag["x-guide"]);
  }
  if (names.size === 0) return [...items];

  const isGuide = (item: Item): boolean => names.has(item.routeSlug);
  const guides = items.filter(isGuide).map((item) => onOnePage(item, base, names.get(item.routeSlug) ?? ""));
  const others = items.filter((item) => !isGuide(item));
  const first = others.findIndex(({ type }) => type === "group" || type === "separator");
  const start = first < 0 ? others.length : first;
  const rest = others.slice(start);
  const needsLabel = rest.length > 0 && rest[0]?.type !== "separator";
  return [
    ...others.slice(0, start),
    separator("Guides"),
    ...guides,
    ...(needsLabel ? [separator("Reference")] : []),
    ...rest,
  ];
}

function separator(label: string): Item {
  return { type: "separator", label, content: null };
}

/** The parts of an item that are looked into here, as Redoc prepares them for a tag and for a heading in its text. */
type Prepared = { content?: { children?: Container[] } | null };
type Container = { children?: { content?: unknown }[] };
type Heading = { type: "heading"; attributes: { id?: string; deepLinkHash?: string } };

function onOnePage(item: Item, base: string, name: string): Item {
  const folder = `${guidesFolder}/${name}`;
  const [container, ...others] = (item as Prepared).content?.children ?? [];
  const sections = [...(item.items ?? [])].flatMap((section) => {
    return (section as Prepared).content?.children?.flatMap(({ children = [] }) => children) ?? [];
  });
  for (const { content } of sections) {
    for (const node of Array.isArray(content) ? content.filter(isHeading) : []) moveOntoPage(node, folder);
  }
  const { items: _, ...alone } = item;
  const page = {
    ...alone,
    type: "link",
    link: base + folder,
    routeSlug: base + folder,
    content: {
      ...item.content,
      children: [{ ...container, children: [...(container?.children ?? []), ...sections] }, ...others],
    },
  };
  // The same item of the same kinds of parts; only where they stand has changed.
  return page as Item;
}

function isHeading(node: unknown): node is Heading {
  return isObject(node) && node["type"] === "heading" && isObject(node["attributes"]);
}

/** Redoc has made a path of the heading, of its tag's name and its own, where it is a place on the guide's page. */
function moveOntoPage({ attributes }: Heading, folder: string): void {
  attributes.id = attributes.id?.replace(/^.*\//, "") ?? "";
  attributes.deepLinkHash = `${folder}#${attributes.id}`;
}
