import { type Guide, guidesFolder } from "../guides/guide.ts";
import type { Site } from "./site.ts";

/** A page that the menu leads to. */
export type MenuItem = {
  readonly title: string;
  /** Folder of the page. */
  readonly folder: string;
  /** Of an operation, in capitals. */
  readonly method?: string;
  readonly deprecated?: boolean;
};

export type MenuSection = {
  readonly title: string;
  /** The page about what is in it, if there is one. */
  readonly folder?: string;
  readonly group?: string | undefined;
  readonly items: readonly MenuItem[];
};

/** The menu of every page. */
export function menuOf({ guides, reference }: Site): MenuSection[] {
  const itemOf = ({ name, title }: Guide): MenuItem => ({ title, folder: `${guidesFolder}/${name}` });
  const toRead = guides.filter(({ isChangelog }) => !isChangelog).map(itemOf);
  return [
    ...(toRead.length === 0 ? [] : [{ title: "Guides", items: toRead }]),
    ...reference.tags.map(
      ({ title, folder, group, operations }): MenuSection => ({
        title,
        folder,
        group,
        items: operations.flatMap(({ title, folder, method, deprecated }) => {
          return folder === undefined
            ? []
            : [{ title, folder, method, deprecated: deprecated !== undefined }];
        }),
      }),
    ),
    {
      title: "More",
      items: [
        { title: "All on one page", folder: "reference" },
        ...guides.filter(({ isChangelog }) => isChangelog).map(itemOf),
      ],
    },
  ];
}

/** The pages before and after a page, among those of its kind. */
export function neighboursOf(
  menu: readonly MenuSection[],
  folder: string,
): { previous?: MenuItem; next?: MenuItem } {
  const isGuide = folder.startsWith(`${guidesFolder}/`);
  const items = menu
    .flatMap(({ items }) => items)
    .filter((item) => item.folder.startsWith(`${guidesFolder}/`) === isGuide);
  const at = items.findIndex((item) => item.folder === folder);
  const [previous, next] = at < 0 ? [] : [items[at - 1], items[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}
