import {
  type Collection,
  type CollectionDefinition,
  firstKeyOf,
  type Item,
  keyOf,
  type Page,
  refuseTakenKeys,
} from "./collection.ts";
import { deepFreeze, frozenCopy } from "./frozen.ts";

/** A collection in memory, for as long as the sandbox lives. */
export class MemoryCollection implements Collection {
  readonly definition: CollectionDefinition;
  readonly #start: readonly Item[];
  // Frozen to the last property: handing one out is as safe as handing out a copy, and costs nothing.
  #items: Item[] = [];
  // By each key, where an item stands in the list; none ever leaves it but by a reset.
  readonly #positions: ReadonlyMap<string, Map<string, number>>;

  constructor(definition: CollectionDefinition, start: readonly Item[]) {
    this.definition = definition;
    this.#positions = new Map(definition.keys.map((key) => [key, new Map()]));
    this.#start = start.map((item) => frozenCopy(item));
    this.#add(this.#start);
  }

  async update(key: object, change: (item: Item) => Item): Promise<Item | undefined> {
    const position = this.#positionOf(key);
    const item = position === undefined ? undefined : this.#items[position];
    if (position === undefined || item === undefined) return undefined;
    const changed = deepFreeze(change(item));
    this.#items[position] = changed;
    return changed;
  }

  async get(key: object): Promise<Item | undefined> {
    const position = this.#positionOf(key);
    return position === undefined ? undefined : this.#items[position];
  }

  async list(start: number, limit: number): Promise<Page> {
    const end = start + limit;
    return { items: this.#items.slice(start, end), next: end < this.#items.length ? end : undefined };
  }

  async count(): Promise<number> {
    return this.#items.length;
  }

  async put(items: readonly Item[]): Promise<void> {
    const [first] = this.definition.keys;
    refuseTakenKeys(items, this.definition, (key, text) => {
      const owner = this.#items[this.#positions.get(key)?.get(text) ?? -1];
      return owner && keyOf(owner, first);
    });
    this.#add(items.map((item) => frozenCopy(item)));
  }

  async reset(): Promise<void> {
    this.#items = [];
    for (const positions of this.#positions.values()) positions.clear();
    this.#add(this.#start);
  }

  async close(): Promise<void> {}

  #positionOf(named: object): number | undefined {
    const first = firstKeyOf(named, this.definition);
    return first && this.#positions.get(first.key)?.get(first.text);
  }

  #add(items: readonly Item[]): void {
    const [first, ...others] = this.definition.keys;
    const positionOf = (item: Item) => this.#positions.get(first)?.get(keyOf(item, first) ?? "");
    for (const item of items) {
      const replaced = this.#items[positionOf(item) ?? -1];
      if (replaced === undefined) continue;
      for (const key of others) this.#forget(key, keyOf(replaced, key));
    }
    for (const item of items) {
      const position = positionOf(item) ?? this.#items.length;
      this.#items[position] = item;
      for (const key of this.definition.keys) this.#remember(key, keyOf(item, key), position);
    }
  }

  #remember(key: string, text: string | undefined, position: number): void {
    if (text !== undefined) this.#positions.get(key)?.set(text, position);
  }

  #forget(key: string, text: string | undefined): void {
    if (text !== undefined) this.#positions.get(key)?.delete(text);
  }
}
