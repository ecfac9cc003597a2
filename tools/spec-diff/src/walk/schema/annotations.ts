import { isReference } from "@visitors-api/openapi";
import type { Schema } from "../../read/openapi-document.ts";
import { compareDeprecationKey, compareTexts, deprecationKeys, holder, type Text } from "../documentation.ts";
import type { Spot } from "../findings.ts";
import { code } from "../values.ts";
import type { Comparison } from "./comparison.ts";
import { isFile } from "./types.ts";
import { type At, isNull } from "./view.ts";

/**
 * What a schema says for readers, and what it says of values without limiting them. A format is among it, as JSON Schema
 * 2020-12 has it by default: nothing that the client does hangs on it, but for what makes a file of a text.
 */
const texts: readonly Text[] = [
  ["title", "a title"],
  ["description", "a description"],
  ["example", "an example"],
  ["examples", "examples"],
  ["externalDocs", "a link to further documentation"],
  ["xml", "a form in XML"],
  // JSON Schema 2020-12, validation § 8.5: it is an annotation too.
  ["contentSchema", "a schema of its content"],
];
const formats = ["format", "contentEncoding", "contentMediaType"];
const others = ["default", "deprecated", "readOnly", "writeOnly", "$comment"];
const annotations = new Set([...texts.map(([keyword]) => keyword), ...formats, ...others]);

export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith("x-");
}

/** A schema and, if it is all or any of one and says nothing else of values, that one: what it says for readers counts. */
export function withOnly(schema: Schema): readonly Schema[] {
  if (typeof schema !== "object" || isReference(schema)) return [schema];
  const [list, ...others] = [schema.allOf, schema.anyOf, schema.oneOf].filter((one) => one !== undefined);
  const [only, ...more] = (list ?? []).filter((one) => !isNull(one));
  const isElse = Object.keys(schema).some((key) => !wrapping.has(key) && !isAnnotation(key));
  if (only === undefined || others.length > 0 || more.length > 0 || isElse || isReference(only))
    return [schema];
  return [schema, ...withOnly(only)];
}

const wrapping = new Set(["allOf", "anyOf", "oneOf", "nullable"]);

/**
 * @param before The schema, and before it the references that led to it, if they say something themselves.
 * @param at Where both stand.
 * @param onlyBeside Whether to leave out what both sides have from the schema itself.
 */
export function compareAnnotations(
  before: readonly unknown[],
  after: readonly unknown[],
  { place, isGiven = false }: Pick<At, "place" | "isGiven">,
  found: Comparison["found"],
  onlyBeside: boolean,
): void {
  const compare = (
    keyword: string,
    say: (was: unknown, is: unknown, ...spots: [Spot, Spot]) => void,
  ): void => {
    const [was, is] = [holder(before, keyword), holder(after, keyword)];
    if (!was || !is || (onlyBeside && was === before.at(-1) && is === after.at(-1))) return;
    say(
      Reflect.get(was, keyword),
      Reflect.get(is, keyword),
      { node: was, key: keyword },
      { node: is, key: keyword },
    );
  };

  for (const text of texts) {
    compare(text[0], (was, is, ...spots) =>
      compareTexts(text, was, is, (kind, name) => found(kind, { name }, ...spots)),
    );
  }
  // What becomes a file is of another type.
  const isSameType = isFile(before.at(-1), place) === isFile(after.at(-1), place);
  for (const name of isSameType ? formats : []) {
    compare(name, (was, is, ...spots) => {
      if (was !== is) found("format-changed", { name, was: said(was), is: said(is) }, ...spots);
    });
  }
  compare("default", (was, is, ...spots) => {
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    const kind =
      was === undefined ? "default-added" : is === undefined ? "default-removed" : "default-changed";
    found(isGiven ? "idle-default-changed" : kind, { was: said(was), is: said(is) }, ...spots);
  });
  for (const key of deprecationKeys) {
    compare(key, (was, is, ...spots) =>
      compareDeprecationKey(key, was, is, (kind, words) => found(kind, words, ...spots)),
    );
  }
}

function said(value: unknown): string {
  return value === undefined ? "none" : code(value);
}
