import { parse } from "../json/parse.ts";
import type { Item } from "./collection.ts";
import { deepFreeze } from "./frozen.ts";

/** Items in order, of which not all need be in memory as objects; an array is such a list. */
export type ItemList = readonly Item[] | UnparsedItems;

export function isItemList(value: unknown): value is ItemList {
  return Array.isArray(value) || value instanceof UnparsedItems;
}

interface Piece {
  /** A list of items as JSON, in UTF-8. */
  readonly bytes: Uint8Array;
  /** The index of its first item. */
  readonly first: number;
}

/**
 * Items as the JSON that they came in, which takes half of the memory, and leaves less behind to collect. They are parsed when somebody
 * asks for them, each time anew.
 */
export class UnparsedItems implements Iterable<Item> {
  readonly #pieces: Piece[] = [];
  #length = 0;
  /** What was parsed last, since whoever asks for an item often asks for the next. */
  #parsed: { readonly piece: Piece; readonly items: readonly Item[] } | undefined;

  get length(): number {
    return this.#length;
  }

  /** @param bytes A list of so many items as JSON, in UTF-8. */
  append(bytes: Uint8Array, count: number): void {
    this.#pieces.push({ bytes, first: this.#length });
    this.#length += count;
  }

  /** @returns undefined where there is none. */
  at(index: number): Item | undefined {
    const piece = this.#pieces[this.#pieceOf(index)];
    return piece && deepFreeze(this.#itemsIn(piece)[index - piece.first]);
  }

  *[Symbol.iterator](): Iterator<Item> {
    for (const piece of this.#pieces) yield* this.#itemsIn(piece);
  }

  /** The last piece that does not begin behind an index. */
  #pieceOf(index: number): number {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.first ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #itemsIn(piece: Piece): readonly Item[] {
    if (this.#parsed?.piece !== piece) {
      // Whoever appended it has counted the items in it.
      const items = parse(utf8.decode(piece.bytes)) as readonly Item[];
      this.#parsed = { piece, items };
    }
    return this.#parsed.items;
  }
}

const utf8 = new TextDecoder();
