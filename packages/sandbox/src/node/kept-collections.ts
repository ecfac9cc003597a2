import type { Collection, CreateCollection } from "../state/collection.ts";
import { MemoryCollection } from "../state/memory-collection.ts";
import { SqliteCollection } from "./sqlite-collection.ts";

/** The collections of the command. They outlast the sandbox that asked for them: the next one with another description has the same. */
export class KeptCollections {
  readonly #data: string | undefined;
  readonly #collections = new Map<string, Collection>();

  /** @param data The SQLite file that they are in; undefined for memory. */
  constructor(data: string | undefined) {
    this.#data = data;
  }

  readonly create: CreateCollection = (definition, start) => {
    const kept = this.#collections.get(definition.name);
    if (kept) return kept;
    const collection =
      this.#data === undefined
        ? new MemoryCollection(definition, start)
        : new SqliteCollection(this.#data, definition, start);
    this.#collections.set(definition.name, collection);
    return collection;
  };

  /** Whether the file was made by this start. */
  get isNew(): boolean {
    return [...this.#collections.values()].every(
      (collection) => !(collection instanceof SqliteCollection) || collection.isNew,
    );
  }

  async close(): Promise<void> {
    for (const collection of this.#collections.values()) await collection.close();
  }
}
