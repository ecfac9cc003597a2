/**
 * Numbers from 0 up to but not including 1, the same for the same seed: `Math.random` cannot be seeded. A counter that
 * is hashed (splitmix32) is even enough for choosing which requests fail, and what is answered by chance.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let hash = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
  };
}
