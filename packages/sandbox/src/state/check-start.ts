import { isObject } from "@visitors-api/openapi";
import type { Problem } from "../validation/problem.ts";
import { problemsOfItems } from "./check-items.ts";
import type { DescribedCollection } from "./described-collection.ts";
import { type ItemList, isItemList, type UnparsedItems } from "./item-list.ts";
import { refuseProblems } from "./items-error.ts";
import { emptyIndexes, type KeyIndex } from "./key-index.ts";

/** Lists of items by the names of their collections; where there is only one, its list alone will do. */
export type Start = readonly object[] | UnparsedItems | Readonly<Record<string, readonly object[]>>;

/** The items of a collection that are as they should be, and where they stand. */
export interface CheckedItems {
  readonly items: ItemList;
  readonly indexes: readonly KeyIndex[];
}

/**
 * Checks the items that collections are to hold.
 *
 * @returns the items by the names of their collections.
 * @throws ItemsError
 */
export function checkStart(
  given: unknown,
  collections: readonly DescribedCollection[],
): ReadonlyMap<string, CheckedItems> {
  const checked = new Map<string, CheckedItems>();
  refuseProblems(problemsOf(given, collections, checked));
  return checked;
}

function* problemsOf(
  given: unknown,
  collections: readonly DescribedCollection[],
  checked: Map<string, CheckedItems>,
): Iterable<Problem> {
  const [only, ...others] = collections;
  const names = collections.map(({ definition }) => definition.name).join(", ");
  if (only === undefined) return yield { message: "this API keeps nothing" };
  if (others.length === 0 && !(isObject(given) && Object.hasOwn(given, only.definition.name))) {
    return yield* problemsOfList(given, only, checked);
  }
  if (!isObject(given)) return yield { message: `an object with lists of ${names} is required` };
  for (const [name, list] of Object.entries(given)) {
    const collection = collections.find(({ definition }) => definition.name === name);
    if (collection === undefined) {
      yield { message: `there is no ${name}, but ${names}`, field: name };
      continue;
    }
    for (const { message, field } of problemsOfList(list, collection, checked)) {
      const place = field === undefined ? name : `${name}.${field}`;
      yield { message: message.startsWith("[") ? name + message : message, field: place };
    }
  }
}

function problemsOfList(
  list: unknown,
  { definition, validate }: DescribedCollection,
  checked: Map<string, CheckedItems>,
): Iterable<Problem> {
  const indexes = emptyIndexes(definition);
  if (isItemList(list)) checked.set(definition.name, { items: list, indexes });
  return problemsOfItems(list, definition, validate, indexes);
}
