import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishedPackages } from "../src/packages.ts";
import { root } from "../src/root.ts";
import { takeVersions } from "../src/version.ts";
import { repository, versionOf, writeChangeset } from "./support/repository.ts";

/** Adds a package to a repository. */
function addPackage(folder: string, path: string, manifest: object): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, "package.json"), JSON.stringify({ version: "0.1.0", ...manifest }));
}

test("what is published is what the workspace has and does not keep private, each after what it depends on", () => {
  const folder = repository();
  addPackage(folder, "packages/agent", {
    name: "@visitors-api/agent",
    dependencies: { "@visitors-api/client": "workspace:^", "@visitors-api/sandbox": "workspace:^" },
  });
  addPackage(folder, "packages/kept", { name: "@visitors-api/kept", private: true });
  mkdirSync(join(folder, "packages/notes"));
  const published = publishedPackages(folder).map((one) => one.folder);
  const added = ["spec", "packages/client", "packages/sandbox", "packages/agent"];
  expect(published.filter((one) => added.includes(one))).toEqual(added);
  expect(published).not.toContain("packages/kept");
  expect(published).not.toContain("packages/notes");
});

test("a package that is added is versioned with the others", async () => {
  const folder = repository();
  addPackage(folder, "packages/agent", {
    name: "@visitors-api/agent",
    dependencies: { "@visitors-api/client": "workspace:^" },
  });
  writeChangeset(folder, "retries", { client: "minor", agent: "patch" }, "Retries more.");
  await takeVersions(folder);
  expect(versionOf(folder, "packages/agent")).toBe("0.2.0");
});

test("everything that is published here is public, and proves what it was made from", () => {
  for (const { publishConfig } of publishedPackages(root))
    expect(publishConfig).toEqual({ access: "public", provenance: true });
});
