import type { Collections } from "../domain.ts";
import type { SandboxOptions } from "../options.ts";
import { checkStart } from "./check-start.ts";
import type { DescribedCollection } from "./described-collection.ts";
import { MemoryCollection } from "./memory-collection.ts";

/**
 * Makes the collections of a sandbox, with the items that they are given or, without any, those that the description shows.
 *
 * @throws ItemsError
 */
export function createCollections(
  described: readonly DescribedCollection[],
  { start, store }: Pick<SandboxOptions, "start" | "store">,
): Collections {
  const given = start && checkStart(start, described);
  return Object.fromEntries(
    described.map(({ definition, examples }) => {
      const { items = given ? [] : examples, indexes } = given?.get(definition.name) ?? {};
      const collection = store
        ? store(definition, [...items])
        : new MemoryCollection(definition, items, indexes);
      return [definition.name, collection];
    }),
  );
}
