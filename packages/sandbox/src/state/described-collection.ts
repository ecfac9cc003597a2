import { isObject, type MediaType, schemaName } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Validate } from "../validation/validators.ts";
import { type CollectionDefinition, type Item, keyOf } from "./collection.ts";

/** A collection, and what a description says of its items. */
export interface DescribedCollection {
  readonly definition: CollectionDefinition;
  /** Checks an item; a description that does not know them allows every value. */
  readonly validate: Validate;
  /** Those that the description shows in its answers. */
  readonly examples: readonly Item[];
}

export function describedCollection(
  definition: CollectionDefinition,
  description: Description,
): DescribedCollection {
  const answers = answersWith(definition, description);
  return {
    definition,
    validate: description.validators.of(answers[0]?.schema, "response"),
    examples: examplesIn(answers, definition),
  };
}

function answersWith({ schema: name }: CollectionDefinition, { operations }: Description): MediaType[] {
  return operations
    .flatMap(({ responses }) => responses)
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ content }) => content)
    .filter(({ schema }) => typeof schema === "object" && schemaName(schema.$ref ?? "") === name);
}

/** Examples are checked against their schemas where the description is linted. */
function examplesIn(answers: readonly MediaType[], { keys }: CollectionDefinition): Item[] {
  const [first] = keys;
  const items = answers
    .flatMap(({ examples }) => examples.map(({ value }) => value))
    .filter(isObject)
    .filter((item) => keyOf(item, first) !== undefined);
  // Several examples may show one item at different times, and the first counts.
  return items.filter((item, index) => items.findIndex((other) => haveSameKey(item, other, keys)) === index);
}

function haveSameKey(one: Item, other: Item, keys: readonly string[]): boolean {
  return keys.some((key) => {
    const text = keyOf(one, key);
    return text !== undefined && text === keyOf(other, key);
  });
}
