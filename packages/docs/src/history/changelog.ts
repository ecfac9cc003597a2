import { isObject } from "@visitors-api/openapi";
import markdownIt from "markdown-it";
import { parse } from "yaml";
import { GuideError } from "../guides/guide.ts";
import { compareVersions, isVersion } from "./version.ts";

/** A text that a changelog is made from, and the name that messages call it by. */
export type ChangelogText = { readonly name: string; readonly text: string };

/** What readers call the groups of changes that changesets writes, the weightiest first. */
const groups = { major: "Breaking", minor: "New", patch: "Also changed" } as const;
type Bump = keyof typeof groups;

/** The packages that an item is about, by version, group and text. */
type Items = Map<string, Map<Bump | undefined, Map<string, Set<string>>>>;

const unreleased = "Unreleased";

/**
 * One changelog of several packages as Markdown, the newest version first: what is the same for all is said once, and what is
 * not with the package that it is about.
 *
 * @param packages their CHANGELOG.md files, as changesets writes them.
 * @param pending the changesets that no version has yet.
 */
export function changelog(packages: readonly ChangelogText[], pending: readonly ChangelogText[]): string {
  const items: Items = new Map();
  for (const { name, text } of packages) readPackage(items, name, text);
  for (const { name, text } of pending) readChangeset(items, name, text);
  const versions = [...items.keys()]
    .filter((version) => version !== unreleased)
    .sort(compareVersions)
    .reverse();
  return [unreleased, ...versions]
    .filter((version) => items.has(version))
    .map((version) => `## ${version}\n\n${versionText(items.get(version) ?? new Map(), packages.length)}`)
    .join("\n\n");
}

function versionText(ofGroup: NonNullable<ReturnType<Items["get"]>>, packages: number): string {
  const order: (Bump | undefined)[] = [undefined, "major", "minor", "patch"];
  return order
    .flatMap((group) => {
      const ofText = ofGroup.get(group);
      if (ofText === undefined) return [];
      const lines = [...ofText].map(([text, names]) => {
        const about =
          names.size === packages ? "" : `${[...names].map((name) => `\`${name}\``).join(", ")}: `;
        return `- ${about}${text.replaceAll(/\n(?=.)/g, "\n  ")}`;
      });
      return [...(group === undefined ? [] : [`### ${groups[group]}`]), lines.join("\n")];
    })
    .join("\n\n");
}

/** `## <version>`, `### Major Changes` and items below them. */
function readPackage(items: Items, name: string, text: string): void {
  let version: string | undefined;
  let group: Bump | undefined;
  for (const block of blocksOf(text)) {
    const [, level = "", title = ""] = /^(#+) +(.*)$/.exec(block) ?? [];
    if (level === "##") {
      version = isVersion(title) ? title : undefined;
      group = undefined;
    } else if (level === "###") {
      group = bumpOf(title.replace(/ Changes$/, "").toLowerCase());
    } else if (level === "" && version !== undefined) add(items, version, group, block, name);
  }
}

/** The packages with their bumps as YAML between lines of hyphens, and what is to be said of them. */
function readChangeset(items: Items, file: string, text: string): void {
  const [, head = "", body = ""] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(text) ?? [];
  const packages: unknown = parse(head);
  if (!isObject(packages)) {
    throw new GuideError(
      `.changeset/${file}:1: a changeset starts with "---", packages with their bumps, and "---"`,
    );
  }
  for (const [name, bump] of Object.entries(packages)) {
    for (const block of blocksOf(body)) add(items, unreleased, bumpOf(String(bump)), block, name);
  }
}

function bumpOf(text: string): Bump | undefined {
  return text in groups ? (text as Bump) : undefined;
}

function add(items: Items, version: string, group: Bump | undefined, text: string, name: string): void {
  const ofGroup = items.get(version) ?? new Map<Bump | undefined, Map<string, Set<string>>>();
  const ofText = ofGroup.get(group) ?? new Map<string, Set<string>>();
  items.set(version, ofGroup.set(group, ofText.set(text, (ofText.get(text) ?? new Set()).add(name))));
}

/** Headings as they are, the items of lists without their marks, and whatever else, each from its first to its last line. */
function blocksOf(markdown: string): string[] {
  const lines = markdown.split("\n");
  const blocks = new markdownIt().parse(markdown, {}).filter(({ level, type, nesting, map }) => {
    return (
      map &&
      nesting >= 0 &&
      (type === "list_item_open" ? level === 1 : level === 0 && !/_list_open$/.test(type))
    );
  });
  return blocks.map(({ map, type }) => {
    const [start = 0, end = 0] = map ?? [];
    const text = lines.slice(start, end).join("\n").replace(changeMark, "").trim();
    return type === "list_item_open" ? text.replace(/^[-*+]\s+/, "").replaceAll(/\n {2}/g, "\n") : text;
  });
}

/** Which change of the description an item of a changeset is about. It is for tools. */
const changeMark = /\s*<!-- change [\da-f]{8} -->/g;
