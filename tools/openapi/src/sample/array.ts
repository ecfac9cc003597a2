import { type Applied, type Attempt, type Made, type Make, own, type Parts } from "./applied.ts";
import type { Choose } from "./choices.ts";
import { excludedValues, highest, lowest, said } from "./parts.ts";
import { wholeBetween } from "./random.ts";

/** No sample has more, even if a schema asks for them. */
const mostItems = 1000;
/** How many more items there are than there have to be, by chance. */
const mostByChance = 3;

/**
 * Makes an array: of as many items as there have to be, of one where there may be some, or by chance of up to three more.
 *
 * @param depth How deep it stands.
 */
export function makeArray(parts: Parts, choose: Choose, attempt: Attempt, depth: number, make: Make): Made {
  const contained = parts.flatMap(({ schema, path }) =>
    schema.contains === undefined ? [] : [{ ...schema, contains: schema.contains, path }],
  );
  // Who contains what, item by item.
  const wanted = contained.flatMap((part) =>
    Array<typeof part>(Math.min(part.minContains ?? 1, mostItems)).fill(part),
  );
  const first = Math.max(0, ...said(parts, "prefixItems").map(({ length }) => length));
  const most = lowest(parts, "maxItems");
  const needed = contained.reduce((sum, { minContains = 1 }) => sum + minContains, 0);
  const least = Math.max(highest(parts, "minItems", 0), Math.min(needed, most));
  const isDescribed = first + contained.length + said(parts, "items").length > 0;
  const { random } = attempt;
  const some = random ? wholeBetween(0, mostByChance, random) + Math.max(least, first) : 1;
  const usual = depth < attempt.depth && isDescribed ? Math.max(least, first, some) : least;
  const start = choose(2) === 0 ? Math.min(first, Math.max(0, most - wanted.length)) : 0;
  const lengths = [...new Set([Math.max(usual, wanted.length && start + wanted.length), least, usual + 1])];
  const length = Math.min(lengths[choose(lengths.length)] ?? usual, most, mostItems);
  const isUnique = said(parts, "uniqueItems").includes(true);
  const isOther = choose(2) === 1;

  const items: Made[] = [];
  for (let index = 0; index < length; index++) {
    const here = wanted.filter((_, at) => start + (at % Math.max(1, length - start)) === index);
    const applied = [
      ...itemSchemas(parts, index, here.length > 0),
      ...here.map(({ contains: schema, path }) => ({ schema, path })),
      ...contained
        .filter((part) => part.maxContains !== undefined && !here.includes(part))
        .map(({ contains, path }) => ({ schema: { not: contains }, path })),
      ...(isUnique && index > 0 ? [own({ not: { enum: items.map(({ value }) => value) } })] : []),
    ];
    let made = make(applied);
    if (isOther && index === 0 && made.isValid) {
      const others = excludedValues(parts).flatMap((value) =>
        Array.isArray(value) ? value.slice(0, 1) : [],
      );
      made = make([...applied, own({ not: { enum: [made.value, ...others] } })]);
    }
    if (!made.isValid) break;
    items.push(made);
  }
  return {
    value: items.map(({ value }) => value),
    isValid: items.length >= least,
    size: items.reduce((sum, { size }) => sum + size + 1, 2),
  };
}

/** The schemas of an item by its index. */
function itemSchemas(parts: Parts, index: number, isContained: boolean): Applied[] {
  const described = parts.flatMap(({ schema: { prefixItems = [], items }, path }) => {
    const schema = prefixItems[index] ?? (index < prefixItems.length ? undefined : items);
    return schema === undefined ? [] : [{ schema, path }];
  });
  if (described.length > 0 || isContained) return described;
  return parts.flatMap(({ schema: { unevaluatedItems: schema }, path }) =>
    schema === undefined ? [] : [{ schema, path }],
  );
}
