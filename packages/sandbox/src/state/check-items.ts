import { isObject } from "@visitors-api/openapi";
import { findUnwritable } from "../json/unwritable.ts";
import type { Problem } from "../validation/problem.ts";
import { problemsFrom } from "../validation/problems.ts";
import type { Validate } from "../validation/validators.ts";
import { type CollectionDefinition, keyOf } from "./collection.ts";
import { isItemList } from "./item-list.ts";
import type { KeyIndex } from "./key-index.ts";

/**
 * What is wrong with a list of items: each is to be as the description says and to have the first key, and no key is there twice.
 *
 * @param indexes Empty; what is found of where the items stand is noted in them.
 */
export function* problemsOfItems(
  list: unknown,
  { name }: CollectionDefinition,
  validate: Validate,
  indexes: readonly KeyIndex[],
): Iterable<Problem> {
  if (!isItemList(list)) return yield { message: `a list of ${name} is required` };
  let index = -1;
  for (const value of list) {
    index++;
    // As most are: of many, the lists that say nothing would be most of what there is to collect.
    if (!isFlawless(value, index, validate, indexes)) yield* problemsOf(value, index, validate, indexes);
  }
}

function isFlawless(
  value: unknown,
  index: number,
  validate: Validate,
  indexes: readonly KeyIndex[],
): boolean {
  if (!isObject(value) || validate(value).length > 0 || findUnwritable(value) !== undefined) return false;
  let isFirst = true;
  for (const { key, positions } of indexes) {
    const text = keyOf(value, key);
    if (text === undefined ? isFirst : positions.has(text)) return false;
    if (text !== undefined) positions.set(text, index);
    isFirst = false;
  }
  return true;
}

function problemsOf(
  value: unknown,
  index: number,
  validate: Validate,
  indexes: readonly KeyIndex[],
): Problem[] {
  const here = `[${index}]`;
  if (!isObject(value)) return [{ message: `${here} must be an object`, field: `${index}` }];
  const problems = problemsFrom(validate(value), here).map(({ message, field }) =>
    field === undefined
      ? { message, field: `${index}` }
      : { message: `${here}.${message}`, field: `${index}.${field}` },
  );
  // Of what the description speaks of, the validator has said it.
  const unwritable = problems.length === 0 ? findUnwritable(value) : undefined;
  if (unwritable) {
    const place = unwritable.path.join(".");
    problems.push({
      message: `${here}.${place} must be something that JSON has, not ${unwritable.what}`,
      field: `${index}.${place}`,
    });
  }
  const [{ key: first } = { key: "" }] = indexes;
  if (value[first] === undefined) {
    problems.push({ message: `${here}.${first} is required`, field: `${index}.${first}` });
  } else if (typeof value[first] !== "string" && problems.length === 0) {
    // In a description of one's own, it may be of another type.
    problems.push({ message: `${here}.${first} must be a string`, field: `${index}.${first}` });
  }
  for (const { key, positions } of indexes) {
    const text = keyOf(value, key);
    if (text === undefined) continue;
    const earlier = positions.get(text);
    if (earlier === undefined) positions.set(text, index);
    else if (earlier !== index) {
      const message = `${here}.${key} is ${JSON.stringify(text)}, which [${earlier}] has already`;
      problems.push({ message, field: `${index}.${key}` });
    }
  }
  return problems;
}
