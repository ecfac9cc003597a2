import type { Operation } from "@visitors-api/openapi";
import { seededRandom } from "../seeded-random.ts";

/** How answers are made by chance. */
export interface Dynamic {
  /** What the random numbers begin with, a whole number: the same seed gives the same run. Default: 1. */
  readonly seed?: number;
}

/**
 * The random numbers that answers are made from. Each answer of an operation has numbers of its own, which hang on the seed and on
 * how many there were before it: the same requests are answered the same, whatever else is asked between them.
 */
export class RandomValues {
  readonly #seed: number;
  readonly #counts = new Map<string, number>();

  /** @throws RangeError when the seed is no whole number. */
  constructor({ seed = 1 }: Dynamic = {}) {
    if (!Number.isSafeInteger(seed))
      throw new RangeError(`The seed of dynamic is a whole number, not ${seed}`);
    this.#seed = seed;
  }

  /** @param seed With one of a request's own, the same request gets the same answer each time. */
  of({ method, path }: Operation, status: number, seed?: number): () => number {
    const key = `${method} ${path} ${status}`;
    if (seed !== undefined) return seededRandom(hash(`${key} ${seed}`));
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    return seededRandom(hash(`${key} ${this.#seed} ${count}`));
  }

  /** Begins anew to count. */
  restart(): void {
    this.#counts.clear();
  }
}

/** A number for a text (FNV-1a, of 32 bits). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
