import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unsaidReport } from "../src/changesets/unsaid.ts";
import { updateChangesets } from "../src/changesets/update.ts";
import { publishedPackages } from "../src/packages.ts";
import { release } from "../src/release.ts";
import { lastRelease } from "../src/releases.ts";
import { takeVersions, versionWords } from "../src/version.ts";
import { read, repository, versionOf, writeChangeset } from "./support/repository.ts";

const folders = ["spec", "packages/client", "packages/sandbox"];

/** A repository of which nothing was released yet. */
function unreleased(): string {
  const root = repository();
  rmSync(join(root, "spec/releases"), { recursive: true });
  return root;
}

test("before the first release there is nothing to compare with, and nothing to tell", async () => {
  const root = unreleased();
  expect(lastRelease(root)).toBeUndefined();
  expect(await unsaidReport(root)).toBeUndefined();
  expect(await updateChangesets(root)).toEqual([expect.stringMatching(/^No version .* nothing to tell/)]);
});

test("the first release needs no changeset: versions stay, and the description is kept with its own", async () => {
  const root = unreleased();
  const versioned = await takeVersions(root);
  expect(versioned.map(versionWords)).toEqual(
    publishedPackages(root).map(({ name }) => `${name} 0.1.0, its first`),
  );
  expect(read(root, "spec/releases/0.1.0/openapi.json")).toBe(read(root, "spec/dist/openapi.json"));
  await expect(takeVersions(root)).rejects.toThrow("No changeset is pending");
});

test("changesets of a first release become its changelog, and the description is kept though none is about it", async () => {
  const root = unreleased();
  writeChangeset(root, "begin", { client: "minor" }, "A client.");
  await takeVersions(root);
  expect(folders.map((folder) => versionOf(root, folder))).toEqual(["0.1.0", "0.2.0", "0.2.0"]);
  expect(lastRelease(root)?.version).toBe("0.1.0");
});

test("nothing is published before the description is kept, and what to type is said", async () => {
  const nowhere = { settings: "", repository: undefined };
  await expect(release(unreleased(), nowhere, () => {})).rejects.toThrow(/npm run release -- --version$/);
});

test("a changeset that tells of a change of what was never released is named", async () => {
  const root = unreleased();
  writeChangeset(root, "left", { spec: "patch" }, "- Other words. <!-- change 0123abcd -->");
  expect(await unsaidReport(root)).toMatch(/^No description has been released.*\n.*left\.md lists/);
});
