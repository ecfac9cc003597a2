import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { unsaidReport } from "../src/changesets/unsaid.ts";
import { updateChangesets } from "../src/changesets/update.ts";
import { lastRelease } from "../src/releases.ts";
import { takeVersions } from "../src/version.ts";
import { editDescription, read, repository, versionOf, writeChangeset } from "./support/repository.ts";

const folders = ["spec", "packages/client", "packages/sandbox", "packages/mcp"];

describe("a change of the description", () => {
  test("is asked for, written, and released as one version of all packages", async () => {
    const root = repository();
    editDescription(root);
    expect(await unsaidReport(root)).toMatch(
      /has changed since 0\.1\.0.*\n.*documentation.*\n.*npm run spec:changeset$/,
    );

    const told = await updateChangesets(root);
    expect(told[0]).toMatch(/^Written: \.changeset\/description-documentation-[\da-f]{8}\.md \(patch\)$/);
    expect(await unsaidReport(root)).toBeUndefined();

    writeChangeset(root, "cookies", { client: "minor" }, "Keeps cookies.\n\nIn a jar.");
    const versioned = await takeVersions(root);

    expect(versioned.map(({ before, version }) => [before, version])).toEqual(
      folders.map(() => ["0.1.0", "0.2.0"]),
    );
    expect(existsSync(join(root, ".changeset/cookies.md"))).toBe(false);
    const client = read(root, "packages/client/CHANGELOG.md");
    expect(client).toMatch(
      /## 0\.2\.0\n\n### Minor Changes\n\n- Keeps cookies\.\n\n {2}In a jar\.\n\n### Patch Changes\n\n- /,
    );
    expect(client).not.toContain("<!--");
    expect(read(root, "spec/CHANGELOG.md")).toMatch(
      /^# @visitors-api\/spec\n\n## 0\.2\.0\n\n### Patch Changes\n\n- /,
    );

    const kept = lastRelease(root);
    expect(kept.version).toBe("0.2.0");
    expect(read(root, "spec/releases/0.2.0/openapi.json")).toBe(read(root, "spec/dist/openapi.json"));
    expect(read(root, "spec/releases/0.2.0/quick-start.ts")).toBe("fetch;\n");
    expect(await unsaidReport(root)).toBeUndefined();
  });

  test("that no changeset tells of stops the release, and nothing is written", async () => {
    const root = repository();
    editDescription(root);
    writeChangeset(root, "fix", { client: "patch" }, "Waits less.");
    await expect(takeVersions(root)).rejects.toThrow(/npm run spec:changeset/);
    expect(versionOf(root, "packages/client")).toBe("0.1.0");
    expect(existsSync(join(root, ".changeset/fix.md"))).toBe(true);
  });
});

describe("a change of the client alone", () => {
  test("releases the client alone when it is a fix", async () => {
    const root = repository();
    writeChangeset(root, "fix", { client: "patch" }, "Waits less.");
    await takeVersions(root);
    expect(folders.map((folder) => versionOf(root, folder))).toEqual(["0.1.0", "0.1.1", "0.1.0", "0.1.0"]);
    expect(existsSync(join(root, "spec/releases/0.1.1"))).toBe(false);
  });

  test("releases those that need it too when their ranges do not allow it, and says why", async () => {
    const root = repository();
    writeChangeset(root, "retries", { client: "minor" }, "- Retries more.");
    await takeVersions(root);
    expect(folders.map((folder) => versionOf(root, folder))).toEqual(["0.1.0", "0.2.0", "0.2.0", "0.2.0"]);
    expect(read(root, "packages/sandbox/CHANGELOG.md")).toContain("- Needs @visitors-api/client 0.2.0.");
    expect(read(root, "packages/mcp/CHANGELOG.md")).toContain(
      "- Needs @visitors-api/client 0.2.0 and @visitors-api/sandbox 0.2.0.",
    );
  });
});

test("without a changeset there is no version to take", async () => {
  await expect(takeVersions(repository())).rejects.toThrow("No changeset is pending");
});

test("a changeset that cannot be read is named as the problem", async () => {
  const root = repository();
  writeChangeset(root, "fix", { client: "huge" }, "Waits less.");
  await expect(takeVersions(root)).rejects.toThrow(/\.changeset cannot be read: .*huge/s);
});

test("a changeset with the marks of a merge is released by nobody, and is named with its line", async () => {
  const root = repository();
  writeChangeset(
    root,
    "fix",
    { client: "patch" },
    "<<<<<<< ours\nWaits less.\n=======\nWaits.\n>>>>>>> theirs",
  );
  await expect(takeVersions(root)).rejects.toThrow(/^\.changeset\/fix\.md:5 has the marks of a merge/);
});
