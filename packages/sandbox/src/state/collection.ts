/** One of the objects of a collection, as JSON has them. */
export type Item = Readonly<Record<string, unknown>>;

/** Which objects are in a collection, and how one of them is named. */
export interface CollectionDefinition {
  /** What they are called: below `/_sandbox/`, in messages, and as a table of a data file. */
  readonly name: string;
  /** What one of them is called: in messages, and as a column of that table. */
  readonly itemName: string;
  /** Name of their schema in the description's `components`. */
  readonly schema: string;
  /** The properties that name an item, by a text. Each has the first one; no two have the same of any. */
  readonly keys: readonly [string, ...string[]];
}

/** A part of a collection, in the order in which the items were added. */
export interface Page<Kept = Item> {
  readonly items: readonly Kept[];
  /** Where the next page starts; undefined when this is the last one. */
  readonly next: number | undefined;
}

/**
 * Where the items of a collection are. Asynchronous, so that a database can stand behind it; what comes out is a copy or frozen, so
 * that an item changes only through the collection. What a method has done is done for good when its promise resolves, as
 * far as the collection keeps anything. An item is asked for by an object with some of its keys, of which the first one of
 * the definition counts.
 */
export interface Collection<Kept extends object = Item> {
  readonly definition: CollectionDefinition;
  /**
   * Replaces an item by what `change` makes of it, as one step that no other update comes in between. `change` leaves the
   * keys as they are.
   *
   * @returns the item after the change; undefined when there is none of that key.
   */
  update(key: object, change: (item: Kept) => Kept): Promise<Kept | undefined>;
  get(key: object): Promise<Kept | undefined>;
  /** Up to `limit` items from `start` on: 0, or the `next` of another page. */
  list(start: number, limit: number): Promise<Page<Kept>>;
  count(): Promise<number>;
  /**
   * Adds items, in place of those that have the same first key: all of them or none.
   *
   * @throws KeyTakenError when one has another key of an item that stays.
   */
  put(items: readonly Kept[]): Promise<void>;
  /** Goes back to the items that the collection was made with. */
  reset(): Promise<void>;
  /** Finishes what is under way and lets go of files; the collection is of no use afterwards. */
  close(): Promise<void>;
}

/**
 * Makes a collection.
 *
 * @param start The items that it holds at first, if it has no own from an earlier time, and after each reset.
 */
export type CreateCollection = (definition: CollectionDefinition, start: readonly Item[]) => Collection;

/** An item cannot be added: another one has one of its keys. */
export class KeyTakenError extends Error {
  override readonly name = "KeyTakenError";
  /** Which of the items that were to be added. */
  readonly index: number;
  /** Which of its keys. */
  readonly key: string;

  constructor(index: number, key: string, owner: string) {
    super(`${owner} has this ${key} already`);
    this.index = index;
    this.key = key;
  }
}

/** The text by which a key names an item; undefined when it does not. */
export function keyOf(item: object, key: string): string | undefined {
  const value: unknown = Object.hasOwn(item, key) ? Reflect.get(item, key) : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The first key that names an item, and the text. */
export function firstKeyOf(
  item: object,
  { keys }: CollectionDefinition,
): { readonly key: string; readonly text: string } | undefined {
  for (const key of keys) {
    const text = keyOf(item, key);
    if (text !== undefined) return { key, text };
  }
  return undefined;
}

/**
 * @param ownerOf The first key of the item in the collection that another key names.
 * @throws KeyTakenError
 */
export function refuseTakenKeys(
  items: readonly Item[],
  { itemName, keys: [first, ...others] }: CollectionDefinition,
  ownerOf: (key: string, text: string) => string | undefined,
): void {
  const added = new Set(items.map((item) => keyOf(item, first)));
  for (const [index, item] of items.entries()) {
    for (const key of others) {
      const text = keyOf(item, key);
      const owner = text === undefined ? undefined : ownerOf(key, text);
      // One that is replaced at the same time gives its keys up.
      if (owner !== undefined && !added.has(owner)) {
        throw new KeyTakenError(index, key, `${itemName} ${JSON.stringify(owner)}`);
      }
    }
  }
}
