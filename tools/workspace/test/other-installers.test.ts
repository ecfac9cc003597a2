import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../src/root.ts";
import { copyManifests, type ManifestsCopy } from "./support/manifests-copy.ts";

let clone: ManifestsCopy;
beforeAll(() => {
  clone = copyManifests();
});
afterAll(() => clone.remove());

test.each(["install", "update"])(
  "npm %s, typed by habit, says what to type and writes nothing",
  async (command) => {
    const before = contents();

    const { status, stderr } = await run("npm", [command, "--offline", "--no-audit"], { cwd: clone.folder });

    expect(status).toBe(1);
    expect(stderr).toContain("run-npm-start");
    expect(contents()).toEqual(before);
  },
);

test("an older pnpm is told which one is needed", () => {
  const { engines, packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [, major, minor] = /^pnpm@(\d+)\.(\d+)/.exec(packageManager) ?? [];
  expect(engines.pnpm).toBe(`>=${major}.${minor}`);
});

/** What stands at the top, where every installer writes. */
function contents(): Record<string, string> {
  const files = readdirSync(clone.folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(clone.folder, name), "utf8")]));
}
