import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchFolder } from "../src/watch-folder.ts";

let folder: string;
let stopWatching: (() => void) | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "watch-"));
  mkdirSync(join(folder, "lint"));
  mkdirSync(join(folder, "dist"));
});

afterEach(() => {
  stopWatching?.();
  rmSync(folder, { recursive: true, force: true });
});

test("several writes are one change, in subfolders too, and what is made from the folder is not a change", async () => {
  const onChange = vi.fn(async () => {});
  stopWatching = watchFolder(folder, { ignore: ["dist"], quietMs: 50 }, onChange);
  writeFileSync(join(folder, "openapi.yaml"), "a");
  writeFileSync(join(folder, "openapi.yaml"), "b");
  writeFileSync(join(folder, "lint/rules.yaml"), "c");
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 5000 });
  writeFileSync(join(folder, "dist/openapi.json"), "d");
  await wait(200);
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
  writeFileSync(join(folder, "openapi.yaml"), "a");
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 5000 });
  writeFileSync(join(folder, "openapi.yaml"), "b");
  await wait(60);
  writeFileSync(join(folder, "openapi.yaml"), "c");
  // Long enough for both to be noticed, also by a busy machine.
  await wait(500);
  expect(onChange).toHaveBeenCalledTimes(1);
  finish();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), { timeout: 5000 });
  await wait(300);
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});
