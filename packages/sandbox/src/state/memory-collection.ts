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
import { type ItemList, UnparsedItems } from "./item-list.ts";
import { emptyIndexes, type KeyIndex } from "./key-index.ts";

/** A collection in memory, for as long as the sandbox lives. */
export class MemoryCollection implements Collection {
  readonly definition: CollectionDefinition;
  readonly #start: ItemList;
  // Frozen to the last property: handing one out is as safe as handing out a copy, and costs nothing. Where there is none yet, the one at
  // the start holds.
  #items: (Item | undefined)[];
  // None ever leaves them but by a reset.
  readonly #indexes: readonly KeyIndex[];

  /**
   * @param start With all of their keys different.
   * @param indexes Where they stand, if somebody has found it out already.
   */
  constructor(definition: CollectionDefinition, start: ItemList, indexes?: readonly KeyIndex[]) {
    this.definition = definition;
    this.#indexes = indexes ?? emptyIndexes(definition);
    this.#start = start instanceof UnparsedItems ? start : start.map((item) => frozenCopy(item));
    this.#items = this.#unchanged();
    if (indexes === undefined) this.#indexStart();
  }

  async update(key: object, change: (item: Item) => Item): Promise<Item | undefined> {
    const position = this.#positionOf(key);
    const item = this.#at(position);
    if (position === undefined || item === undefined) return undefined;
    const changed = deepFreeze(change(item));
    this.#items[position] = changed;
    return changed;
  }

  async get(key: object): Promise<Item | undefined> {
    return this.#at(this.#positionOf(key));
  }

  async list(start: number, limit: number): Promise<Page> {
    const end = Math.min(start + limit, this.#items.length);
    const items: Item[] = [];
    for (let position = start; position < end; position++) {
      const item = this.#at(position);
      if (item) items.push(item);
    }
    return { items, next: end < this.#items.length ? end : undefined };
  }

  async count(): Promise<number> {
    return this.#items.length;
  }

  async put(items: readonly Item[]): Promise<void> {
    const [first] = this.definition.keys;
    refuseTakenKeys(items, this.definition, (key, text) => {
      const owner = this.#at(this.#positionsBy(key)?.get(text));
      return owner && keyOf(owner, first);
    });
    this.#add(items.map((item) => frozenCopy(item)));
  }

  async reset(): Promise<void> {
    this.#items = this.#unchanged();
    for (const { positions } of this.#indexes) positions.clear();
    this.#indexStart();
  }

  async close(): Promise<void> {}

  #unchanged(): (Item | undefined)[] {
    return this.#start instanceof UnparsedItems ? new Array(this.#start.length) : [...this.#start];
  }

  #indexStart(): void {
    let position = 0;
    for (const item of this.#start) {
      for (const { key } of this.#indexes) this.#remember(key, keyOf(item, key), position);
      position++;
    }
  }

  #at(position: number | undefined): Item | undefined {
    return position === undefined ? undefined : (this.#items[position] ?? this.#start.at(position));
  }

  #positionOf(named: object): number | undefined {
    const first = firstKeyOf(named, this.definition);
    return first && this.#positionsBy(first.key)?.get(first.text);
  }

  #add(items: readonly Item[]): void {
    const [first, ...others] = this.definition.keys;
    const positionOf = (item: Item) => this.#positionsBy(first)?.get(keyOf(item, first) ?? "");
    for (const item of items) {
      const replaced = this.#at(positionOf(item));
      if (replaced === undefined) continue;
      for (const key of others) this.#forget(key, keyOf(replaced, key));
    }
    for (const item of items) {
      const position = positionOf(item) ?? this.#items.length;
      this.#items[position] = item;
      for (const key of this.definition.keys) this.#remember(key, keyOf(item, key), position);
    }
  }

  #positionsBy(key: string): Map<string, number> | undefined {
    return this.#indexes.find((index) => index.key === key)?.positions;
  }

  #remember(key: string, text: string | undefined, position: number): void {
    if (text !== undefined) this.#positionsBy(key)?.set(text, position);
  }

  #forget(key: string, text: string | undefined): void {
    if (text !== undefined) this.#positionsBy(key)?.delete(text);
  }
}
