/** The rules of one component, as styled-components keeps them in its style sheet. */
export type StyleGroup = {
  /** Place in the cascade: later groups win. */
  order: number;
  /** The component. */
  id: string;
  /** Its classes, each with the rules that came with it. */
  rules: Map<string, string[]>;
};

/** Stands between rules in a style sheet of styled-components. */
const splitter = "/*!sc*/\n";

/** The groups in a style sheet that styled-components wrote on the server, in their order. */
export function styleGroups(sheet: string): StyleGroup[] {
  const groups: StyleGroup[] = [];
  let rules: string[] = [];
  for (const part of sheet.replace(/^<style[^>]*>|<\/style>$/g, "").split(splitter)) {
    const [mark, order, id, names] =
      /^data-styled\.g(\d+)\[id="([\w-]+)"\]\{content:"([^"]*)"/.exec(part) ?? [];
    if (mark === undefined) {
      if (part.trim() !== "") rules.push(part.trim());
      continue;
    }
    groups.push({ order: Number(order), id: id ?? "", rules: byName(rules, names ?? "") });
    rules = [];
  }
  return groups;
}

/** Rules belong to the class that is in them; those of a theme have none. */
function byName(rules: readonly string[], names: string): Map<string, string[]> {
  const classes = names.split(",").filter((name) => name !== "");
  const found = new Map<string, string[]>(classes.map((name) => [name, []]));
  for (const rule of rules) {
    const owner =
      classes.find((name) => new RegExp(`[.\\s]${name}(?![\\w-])`).test(rule)) ?? classes[0] ?? "";
    found.set(owner, [...(found.get(owner) ?? []), rule]);
  }
  return found;
}

/** All classes of some groups together, in an order that does not depend on where each was met first. */
export function mergeStyleGroups(groups: Iterable<StyleGroup>): StyleGroup[] {
  const merged = new Map<string, StyleGroup>();
  for (const { order, id, rules } of groups) {
    const known = merged.get(id);
    merged.set(id, { order, id, rules: new Map([...(known?.rules ?? []), ...rules]) });
  }
  const sorted = [...merged.values()].sort((a, b) => a.order - b.order);
  return sorted.map(({ order, id, rules }) => {
    return { order, id, rules: new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1))) };
  });
}

/** The text from which styled-components in the browser knows what is already styled. */
export function styleSheetOf(groups: readonly StyleGroup[]): string {
  return groups
    .map(({ order, id, rules }) => {
      const text = [...rules.values()].flat().map((rule) => rule + splitter);
      return `${text.join("")}data-styled.g${order}[id="${id}"]{content:"${[...rules.keys()].join(",")},"}${splitter}`;
    })
    .join("");
}
