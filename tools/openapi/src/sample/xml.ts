import { isObject } from "../json.ts";
import { schemaName } from "../reference-object.ts";
import type { Schema, Schemas, Xml } from "../schema-object.ts";
import { aboutItem, aboutProperty, alternatives } from "./subschemas.ts";

/**
 * A value as an XML document, by what its schema says of it (OpenAPI 3.1 § 4.8.26). The root is called as the schema says,
 * as its component, or `root`.
 *
 * @param schemas The component schemas that a `$ref` leads to, by their names.
 */
export function writeXml(value: unknown, schema: Schema, schemas: Schemas): string {
  const name = componentName(schema) ?? "root";
  if (!Array.isArray(value)) return writeNode(name, value, [schema], schemas).join("\n");
  // A document has one root, whether the array is wrapped or not.
  return writeElement(name, xmlOf([schema], schemas), [], writeItems(name, value, [schema], schemas)).join(
    "\n",
  );
}

/** The lines of what is called by that name, if its schema does not say otherwise. */
function writeNode(name: string, value: unknown, about: readonly Schema[], schemas: Schemas): string[] {
  const xml = xmlOf(about, schemas);
  if (Array.isArray(value)) {
    if (!xml.wrapped) return writeItems(name, value, about, schemas);
    return writeElement(name, xml, [], writeItems(xml.name ?? name, value, about, schemas));
  }
  if (!isObject(value)) return writeElement(name, xml, [], textOf(value));
  const parts = alternatives(about, schemas);
  const attributes: string[] = [];
  const lines: string[] = [];
  for (const [property, child] of Object.entries(value)) {
    const aboutIt = aboutProperty(parts, property);
    const { attribute, name: ownName = property, prefix } = xmlOf(aboutIt, schemas);
    if (attribute) attributes.push(`${qualified(ownName, prefix)}="${textOf(child)}"`);
    else lines.push(...writeNode(property, child, aboutIt, schemas));
  }
  return writeElement(name, xml, attributes, lines);
}

function writeItems(
  name: string,
  items: readonly unknown[],
  about: readonly Schema[],
  schemas: Schemas,
): string[] {
  const parts = alternatives(about, schemas);
  return items.flatMap((item, index) => writeNode(name, item, aboutItem(parts, index), schemas));
}

/** @param content Text, or the lines of other elements. */
function writeElement(
  usual: string,
  { name = usual, prefix, namespace }: Xml,
  attributes: readonly string[],
  content: string | readonly string[],
): string[] {
  const tag = qualified(name, prefix);
  const declared = prefix === undefined ? "xmlns" : qualified(prefix, "xmlns");
  const namespaces = namespace === undefined ? [] : [`${declared}="${textOf(namespace)}"`];
  const opening = [tag, ...namespaces, ...attributes].join(" ");
  if (content.length === 0) return [`<${opening}/>`];
  if (typeof content === "string") return [`<${opening}>${content}</${tag}>`];
  return [`<${opening}>`, ...content.map((line) => `  ${line}`), `</${tag}>`];
}

function xmlOf(about: readonly Schema[], schemas: Schemas): Xml {
  const said = alternatives(about, schemas).flatMap(({ xml }) => (isObject(xml) ? [xml] : []));
  return Object.assign({}, ...said.reverse());
}

/** The component that a schema refers to, or the first that it is made of. */
function componentName(schema: Schema): string | undefined {
  if (typeof schema !== "object") return undefined;
  const { $ref, allOf: [first = true] = [] } = schema;
  return $ref === undefined ? componentName(first) : schemaName($ref);
}

/** Whatever could be no name of XML is left out of one (XML 1.0 § 2.3). */
function qualified(name: string, prefix: string | undefined): string {
  const [local = "", before] = [name, prefix].map((part) =>
    // It may have been written as a number.
    `${part ?? ""}`.replace(/[^\p{L}\p{N}_.-]/gu, "_").replace(/^(?=[^\p{L}_])/u, "_"),
  );
  return before ? `${before}:${local}` : local;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
