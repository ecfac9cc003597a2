import { placeBelow } from "@visitors-api/openapi";
import type { Comparison } from "./comparison.ts";
import { type At, schemaAt, spotOfKeyword, type View } from "./view.ts";

/** What the items are after those that `prefixItems` describes one by one; undefined where nothing is said of them. */
function itemsOf({ at, parts }: View): At | undefined {
  const saying = parts.find((part) => part.items !== undefined);
  return saying && schemaAt(saying, "items", placeBelow("items", at.place));
}

function prefixOf({ at, parts }: View): readonly At[] {
  const list = parts.find((part) => part.prefixItems !== undefined)?.prefixItems ?? [];
  return [...list.keys()].map((index) => schemaAt(list, index, placeBelow("prefixItems", at.place)));
}

/** How many items have a schema of their own: the type says of these whether each is there, and whether others may follow. */
export function describedItems(view: View): number {
  return prefixOf(view).length;
}

export function compareArrays(before: View, after: View, { found, within }: Comparison): void {
  const [was, is] = [prefixOf(before), prefixOf(after)];
  if (was.length !== is.length) {
    const words = { was: String(was.length), is: String(is.length) };
    found("tuple-changed", words, spotOfKeyword(before, "prefixItems"), spotOfKeyword(after, "prefixItems"));
  }
  for (const [index, one] of was.entries()) {
    const other = is[index];
    if (other) within(one, other, `[${index}]`);
  }
  const [items, otherItems] = [itemsOf(before), itemsOf(after)];
  if (!items && !otherItems) return;
  const anything = (view: View): At => ({ schema: true, spot: view.at.spot, place: view.at.place });
  within(items ?? anything(before), otherItems ?? anything(after), "[]");
}
