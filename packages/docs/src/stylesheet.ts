import postcss, { type Container, type Declaration, type Rule } from "postcss";

/** Set on `<html>` by script before the first paint; they do not stand in the prerendered text. */
const classesSetByScript = ["light", "dark", "notransition"];

/**
 * The part of a style sheet that this HTML can use, for the first paint. Redoc's whole sheet is some 290 KB, most of it
 * custom properties for themes and products; styled-components puts the whole one in when it hydrates, with the same
 * rules in the same order, so nothing moves then.
 *
 * Rules are kept when in doubt: only a class or id that the HTML does not have, and a custom property that nothing
 * kept refers to, are reasons to leave one out.
 */
export function pruneStylesheet(css: string, html: string): string {
  // The marks that styled-components puts between components are comments.
  const sheet = postcss.parse(css.replaceAll("/*!sc*/", ""));
  const present = namesIn(html);
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    rule.selectors = rule.selectors.filter((selector) => canMatch(selector, present));
  });
  sheet.walkRules((rule) => {
    if (rule.selector === "") rule.remove();
  });
  removeUnusedProperties(sheet, html);
  removeUnusedKeyframes(sheet);
  removeEmpty(sheet);
  // Inside a <style> element only "</" could end it; in CSS text a backslash before the slash means the same.
  return minified(sheet).replaceAll("</", "<\\/");
}

/** The class names and ids in the HTML: a name counts when it stands in any quoted attribute. */
function namesIn(html: string): Set<string> {
  const names = new Set(classesSetByScript);
  for (const [, value = ""] of html.matchAll(/ (?:class|id)="([^"]*)"/g)) {
    for (const name of value.split(/\s+/)) names.add(name);
  }
  return names;
}

function canMatch(selector: string, present: ReadonlySet<string>): boolean {
  // What stands in brackets of :not(), :is() or :has() is no demand on the HTML, or one of several.
  const demands = selector.replace(/\[[^\]]*\]/g, "").replace(/\((?:[^()]|\([^()]*\))*\)/g, "");
  return [...demands.matchAll(/[.#](-?[_a-zA-Z][\w-]*)/g)].every(([, name = ""]) => present.has(name));
}

/** A custom property is used when a kept declaration, an attribute in the HTML or a used property refers to it. */
function removeUnusedProperties(sheet: Container, html: string): void {
  const definitions: Declaration[] = [];
  const used = new Set<string>();
  const queue: string[] = [...propertiesIn(html)];
  sheet.walkDecls((declaration) => {
    if (declaration.prop.startsWith("--")) definitions.push(declaration);
    else queue.push(...propertiesIn(declaration.value));
  });
  const references = new Map<string, string[]>();
  for (const { prop, value } of definitions) {
    references.set(prop, [...(references.get(prop) ?? []), ...propertiesIn(value)]);
  }
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    queue.push(...(references.get(name) ?? []));
  }
  for (const definition of definitions) if (!used.has(definition.prop)) definition.remove();
}

function propertiesIn(text: string): string[] {
  return text.match(/--[\w-]+/g) ?? [];
}

function removeUnusedKeyframes(sheet: Container): void {
  const animations: string[] = [];
  sheet.walkDecls(/^(-\w+-)?animation(-name)?$/, ({ value }) => {
    animations.push(value);
  });
  sheet.walkAtRules(/keyframes$/, (rule) => {
    if (!animations.some((value) => value.includes(rule.params))) rule.remove();
  });
}

function removeEmpty(container: Container): void {
  container.each((node) => {
    if (!("nodes" in node) || node.nodes === undefined) return;
    removeEmpty(node);
    if (node.nodes.length === 0) node.remove();
  });
}

function isKeyframe(rule: Rule): boolean {
  return (
    rule.parent?.type === "atrule" && "name" in rule.parent && /keyframes$/.test(String(rule.parent.name))
  );
}

function minified(sheet: Container): string {
  sheet.walk((node) => {
    node.raws.before = "";
    if (node.type === "comment") node.remove();
  });
  return sheet.toString();
}
