import { parentPort, workerData } from "node:worker_threads";
import { SqliteCollection } from "../../src/node/sqlite-collection.ts";
import { NOTES } from "../notes/domain.ts";

/*
 * A thread that opens files at the same time as others do; each connection has locks of its own, as in a process of its own.
 */

interface Task {
  readonly paths: readonly string[];
  readonly threads: number;
  /** How many threads have come to each path. */
  readonly arrived: Int32Array;
}

// What data-file.test.ts starts it with.
const { paths, threads, arrived } = workerData as Task;

/** Until as many threads as there are have come to a path. */
function waitForAll(index: number): void {
  let there = Atomics.add(arrived, index, 1) + 1;
  if (there === threads) Atomics.notify(arrived, index);
  for (; there < threads; there = Atomics.load(arrived, index)) Atomics.wait(arrived, index, there);
}

parentPort?.postMessage(
  paths.map((path, index) => {
    waitForAll(index);
    try {
      const collection = new SqliteCollection(path, NOTES, [{ id: "a" }]);
      void collection.close();
      return collection.isNew ? "made" : "found";
    } catch (error) {
      return String(error);
    }
  }),
);
