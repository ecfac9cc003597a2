import type { SchemaDocument } from "../reference/document.ts";

/** So many names tell what is folded. */
const mostNames = 4;

/** What is inside of a schema, in words for whoever decides whether to unfold it; undefined for one with nothing in it. */
export function contentWords({
  fields,
  choices,
}: Pick<SchemaDocument, "fields" | "choices">): { count: string; names: string } | undefined {
  if (fields.length > 0)
    return words(
      fields.map(({ name }) => name),
      "property",
      "properties",
    );
  const options = choices.flatMap((choice) => choice.options);
  if (options.length === 0) return undefined;
  return words(
    options.flatMap(({ title }) => title || []),
    "alternative",
    "alternatives",
    options.length,
  );
}

function words(names: readonly string[], one: string, many: string, count = names.length) {
  const more = names.length > mostNames ? " …" : "";
  return {
    count: `${count} ${count === 1 ? one : many}`,
    names: names.slice(0, mostNames).join(", ") + more,
  };
}
