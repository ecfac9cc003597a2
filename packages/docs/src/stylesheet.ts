import postcss, { type Container, type Declaration } from "postcss";

/** Set on `<html>` by script before the first paint; they do not stand in the prerendered text. */
const classesSetByScript = ["light", "dark", "notransition"];

/**
 * A style sheet from which the part that a page can use is taken, for its first paint. Redoc's theme alone is 290 KB, most of it custom
 * properties for themes and products; the whole comes when the page becomes interactive, with the same rules in the same
 * order, so that nothing moves then.
 *
 * Rules are kept when in doubt: only a class, an id or an element that the HTML does not have, and a custom property that
 * nothing kept refers to, are reasons to leave one out.
 */
export type Stylesheet = readonly Node[];

type Node = Block | Rule | Statement;
/** `@media … {` with what stands in it. */
type Block = { kind: "block"; head: string; name: string; params: string; children: Stylesheet };
type Rule = { kind: "rule"; selectors: Selector[]; declarations: Property[] };
/** `@import …;` */
type Statement = { kind: "statement"; text: string };
/** The names are those of elements, classes and ids that an element has to have, or be inside of. */
type Selector = { text: string; names: string[] };
/** The references are the custom properties in the value. */
type Property = { name: string; text: string; value: string; references: string[] };

/** Parses CSS once, for many pages. */
export function parseStylesheet(css: string): Stylesheet {
  return nodesOf(postcss.parse(css));
}

/** The CSS of the part of some style sheets that this HTML can use. */
export function stylesFor(html: string, stylesheets: readonly Stylesheet[]): string {
  const present = namesIn(html);
  const kept = stylesheets.flatMap((stylesheet) => matching(stylesheet, present));
  const styleAttributes = [...html.matchAll(/ style="([^"]*)"/g)].map(([, value = ""]) => value);
  const used = usedProperties(kept, styleAttributes.join(";"));
  const animations = animationsIn(kept);
  const css = kept.map((node) => printed(node, used, animations)).join("");
  // Inside a <style> element only "</" could end it; in CSS text a backslash before the slash means the same.
  return css.replaceAll("</", "<\\/");
}

function nodesOf(container: Container): Node[] {
  const nodes: Node[] = [];
  container.each((node) => {
    if (node.type === "rule") {
      const declarations = (node.nodes ?? []).filter((child): child is Declaration => child.type === "decl");
      nodes.push({ kind: "rule", selectors: selectorsOf(node), declarations: declarations.map(propertyOf) });
    } else if (node.type === "atrule") {
      const head = `@${node.name}${node.params === "" ? "" : ` ${node.params}`}`;
      const { name, params } = node;
      if (node.nodes === undefined) nodes.push({ kind: "statement", text: `${head};` });
      else if (node.nodes.every((child) => child.type === "decl")) {
        // @font-face and its like hold declarations, as a rule does.
        nodes.push({
          kind: "rule",
          selectors: [{ text: head, names: [] }],
          declarations: node.nodes.map(propertyOf),
        });
      } else nodes.push({ kind: "block", head, name, params, children: nodesOf(node) });
    }
  });
  return nodes;
}

function selectorsOf({ selectors, parent }: postcss.Rule): Selector[] {
  const isKeyframe = parent?.type === "atrule" && "name" in parent && /keyframes$/.test(String(parent.name));
  return selectors.map((text) => ({ text, names: isKeyframe ? [] : demandedNames(text) }));
}

/** What stands in brackets of :not(), :is() or :has() is no demand on the HTML, or one of several. */
function demandedNames(selector: string): string[] {
  const demands = selector.replace(/\[[^\]]*\]/g, "").replace(/\((?:[^()]|\([^()]*\))*\)/g, "");
  const classes = [...demands.matchAll(/[.#](-?[_a-zA-Z][\w-]*)/g)].map(([, name = ""]) => name);
  const elements = [...demands.matchAll(/(?<![\w.#:\\-])[a-z][a-z0-9]*/g)].map(([name]) => `<${name}`);
  return [...classes, ...elements];
}

function propertyOf({ prop, value, important }: Declaration): Property {
  const text = `${prop}:${value}${important ? "!important" : ""};`;
  return { name: prop, text, value, references: propertiesIn(value) };
}

/** The class names and ids in the HTML, and its elements, marked as such. */
function namesIn(html: string): Set<string> {
  const names = new Set([...classesSetByScript, "<html", "<body", ...(html.match(/<[a-z][a-z0-9]*/g) ?? [])]);
  for (const [, value = ""] of html.matchAll(/ (?:class|id)="([^"]*)"/g)) {
    for (const name of value.split(/\s+/)) names.add(name);
  }
  return names;
}

function matching(stylesheet: Stylesheet, present: ReadonlySet<string>): Node[] {
  return stylesheet.flatMap((node): Node[] => {
    if (node.kind === "statement") return [node];
    if (node.kind === "block") {
      const children = matching(node.children, present);
      return children.length === 0 ? [] : [{ ...node, children }];
    }
    const selectors = node.selectors.filter(({ names }) => names.every((name) => present.has(name)));
    return selectors.length === 0 ? [] : [{ ...node, selectors }];
  });
}

function* rulesOf(nodes: Stylesheet): Generator<Rule> {
  for (const node of nodes) {
    if (node.kind === "rule") yield node;
    else if (node.kind === "block") yield* rulesOf(node.children);
  }
}

/** The custom properties that a declaration of the style sheet, the other text, or one of these properties refers to. */
function usedProperties(nodes: Stylesheet, text: string): Set<string> {
  const used = new Set<string>();
  const queue: string[] = propertiesIn(text);
  const references = new Map<string, string[]>();
  for (const { declarations } of rulesOf(nodes)) {
    for (const { name, references: names } of declarations) {
      if (name.startsWith("--")) references.set(name, [...(references.get(name) ?? []), ...names]);
      else queue.push(...names);
    }
  }
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    queue.push(...(references.get(name) ?? []));
  }
  return used;
}

function propertiesIn(text: string): string[] {
  return text.match(/--[\w-]+/g) ?? [];
}

function animationsIn(nodes: Stylesheet): string {
  const values: string[] = [];
  for (const { declarations } of rulesOf(nodes)) {
    for (const { name, value } of declarations) {
      if (/^(-\w+-)?animation(-name)?$|^--/.test(name)) values.push(value);
    }
  }
  return values.join(" ");
}

function printed(node: Node, used: ReadonlySet<string>, animations: string): string {
  if (node.kind === "statement") return node.text;
  if (node.kind === "rule") {
    const declarations = node.declarations.filter(({ name }) => !name.startsWith("--") || used.has(name));
    if (declarations.length === 0) return "";
    const text = declarations.map((declaration) => declaration.text).join("");
    return `${node.selectors.map((selector) => selector.text).join(",")}{${text.replace(/;$/, "")}}`;
  }
  if (/keyframes$/.test(node.name) && !animations.includes(node.params)) return "";
  const children = node.children.map((child) => printed(child, used, animations)).join("");
  return children === "" ? "" : `${node.head}{${children}}`;
}
