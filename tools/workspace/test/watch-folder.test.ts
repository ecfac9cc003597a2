import { once } from "node:events";
import { type FSWatcher, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchFolder } from "../src/watch-folder.ts";

let folder: string;
let watcher: FSWatcher;
let stopWatching: (() => void) | undefined;

// The time in which nothing may change passes when a test says so: how long the system takes to tell of a change is its own.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  folder = mkdtempSync(join(tmpdir(), "watch-"));
  mkdirSync(join(folder, "lint"));
  mkdirSync(join(folder, "dist"));
  watcher = watch(folder, { recursive: true });
});

afterEach(() => {
  stopWatching?.();
  watcher.close();
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

/** Writes a file, and waits until the system has told of it. */
async function write(name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  for (let told: unknown; told !== name; ) [, told] = await once(watcher, "change");
  // It tells one watcher after the other.
  for (let turns = 0; turns < 20; turns++) await turn();
}

test("several writes are one change, in subfolders too, and what is made from the folder is not a change", async () => {
  const onChange = vi.fn(async () => {});
  stopWatching = watchFolder(folder, { ignore: ["dist"], quietMs: 50 }, onChange);
  await write("openapi.yaml", "a");
  await vi.advanceTimersByTimeAsync(40);
  await write("openapi.yaml", "b");
  await vi.advanceTimersByTimeAsync(40);
  await write("lint/rules.yaml", "c");
  await vi.advanceTimersByTimeAsync(40);
  expect(onChange).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10);
  expect(onChange).toHaveBeenCalledTimes(1);
  await write("dist/openapi.json", "d");
  await vi.advanceTimersByTimeAsync(1000);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test("changes during an update are told once, after it", async () => {
  let running = 0;
  let most = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const onChange = vi.fn(async () => {
    running += 1;
    most = Math.max(most, running);
    await finished;
    running -= 1;
  });
  stopWatching = watchFolder(folder, { ignore: [], quietMs: 20 }, onChange);
  for (const text of ["a", "b", "c"]) {
    await write("openapi.yaml", text);
    await vi.advanceTimersByTimeAsync(1000);
    expect(onChange).toHaveBeenCalledTimes(1);
  }
  finish();
  await vi.advanceTimersByTimeAsync(1000);
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});
