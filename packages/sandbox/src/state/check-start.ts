import { isObject } from "@visitors-api/openapi";
import type { Problem } from "../validation/problem.ts";
import { problemsOfItems } from "./check-items.ts";
import type { Item } from "./collection.ts";
import type { DescribedCollection } from "./described-collection.ts";
import { refuseProblems } from "./items-error.ts";

/** Lists of items by the names of their collections; where there is only one, its list alone will do. */
export type Start = readonly object[] | Readonly<Record<string, readonly object[]>>;

/**
 * Checks the items that collections are to hold.
 *
 * @returns the items by the names of their collections.
 * @throws ItemsError
 */
export function checkStart(
  given: unknown,
  collections: readonly DescribedCollection[],
): ReadonlyMap<string, readonly Item[]> {
  refuseProblems(problemsOf(given, collections));
  const [only] = collections;
  const lists = only !== undefined && Array.isArray(given) ? { [only.definition.name]: given } : given;
  // Every item has been found to be an object that is as the description says.
  return new Map(Object.entries(lists as Readonly<Record<string, readonly Item[]>>));
}

function* problemsOf(given: unknown, collections: readonly DescribedCollection[]): Iterable<Problem> {
  const [only, ...others] = collections;
  const names = collections.map(({ definition }) => definition.name).join(", ");
  if (only === undefined) return yield { message: "this API keeps nothing" };
  if (others.length === 0 && !(isObject(given) && Object.hasOwn(given, only.definition.name))) {
    return yield* problemsOfItems(given, only.definition, only.validate);
  }
  if (!isObject(given)) return yield { message: `an object with lists of ${names} is required` };
  for (const [name, list] of Object.entries(given)) {
    const collection = collections.find(({ definition }) => definition.name === name);
    if (collection === undefined) {
      yield { message: `there is no ${name}, but ${names}`, field: name };
      continue;
    }
    for (const { message, field } of problemsOfItems(list, collection.definition, collection.validate)) {
      const place = field === undefined ? name : `${name}.${field}`;
      yield { message: message.startsWith("[") ? name + message : message, field: place };
    }
  }
}
