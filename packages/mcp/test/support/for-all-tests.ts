import { afterAll, beforeAll } from "vitest";

/** Is given what ends a process or a connection, and calls it when nobody needs that any longer. */
export type AtEnd = (end: () => void) => void;

/**
 * Starts something once for all tests of a file or of a `describe`, and ends it after them.
 *
 * @returns What gives a test what has been started.
 */
export function forAllTests<T>(start: (atEnd: AtEnd) => Promise<T>): () => T {
  const ends: (() => unknown)[] = [];
  let started: { readonly value: T } | undefined;
  beforeAll(async () => {
    started = { value: await start((end) => ends.push(end)) };
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return () => {
    if (started === undefined) throw new Error("It is there for tests, and has not been started yet");
    return started.value;
  };
}
