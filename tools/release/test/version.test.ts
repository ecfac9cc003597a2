import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { showPending } from "../src/changesets/show.ts";
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
    expect(kept?.version).toBe("0.2.0");
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

test("what is pending is shown with its bump and in the changelogs' words, and nothing is written", async () => {
  const root = repository();
  expect(await showPending(root)).toContain("there is nothing to release");
  writeChangeset(
    root,
    "cookies",
    { client: "minor", sandbox: "patch" },
    "- Keeps cookies. <!-- change 0123abcd -->",
  );
  writeChangeset(root, "fix", { client: "patch" }, "Waits less.");
  const shown = await showPending(root);
  expect(shown).toBe(
    "## The next release is a minor\n\n" +
      "### Minor changes\n\n`@visitors-api/client` (`.changeset/cookies.md`):\n\n- Keeps cookies.\n\n" +
      "### Patch changes\n\n`@visitors-api/client` (`.changeset/fix.md`):\n\nWaits less.\n",
  );
  expect(versionOf(root, "packages/client")).toBe("0.1.0");
});

describe("a correction of the description", () => {
  const list = "spec/accepted-changes.yaml";
  const why = "No answer ever had it.";
  /** With one property fewer than was released, of whichever schema has some; gives what the change is called. */
  function removeProperty(root: string): string {
    const file = join(root, "spec/dist/openapi.json");
    const document = JSON.parse(readFileSync(file, "utf8"));
    for (const [name, { properties, required }] of Object.entries<Schema>(document.components.schemas)) {
      const property = Object.keys(properties ?? {}).find((one) => !required?.includes(one));
      if (properties === undefined || property === undefined) continue;
      delete properties[property];
      writeFileSync(file, JSON.stringify(document));
      return `property-removed /components/schemas/${name}/properties/${property}`;
    }
    throw new Error("No schema has a property that may be left out");
  }
  interface Schema {
    readonly properties?: Record<string, unknown>;
    readonly required?: readonly string[];
  }

  test("that is accepted is released as a patch, with the reason, and is history then", async () => {
    const root = repository();
    const change = removeProperty(root);
    writeFileSync(join(root, list), `- change: ${change}\n  why: ${why}\n  until: 9.0.0 # whenever\n`);

    expect(await unsaidReport(root)).toContain(`In no changeset (documentation): `);
    expect((await updateChangesets(root)).at(-1)).toContain("the next release is a patch");
    expect(await unsaidReport(root)).toBeUndefined();
    const versioned = await takeVersions(root);
    expect(versioned.map(({ version }) => version)).toEqual(folders.map(() => "0.1.1"));
    expect(read(root, "packages/client/CHANGELOG.md")).toContain(`It is a correction: ${why}`);
    expect(read(root, list)).toBe(`- change: ${change}\n  why: ${why}\n  until: 0.1.1 # whenever\n`);
    expect(await unsaidReport(root)).toBeUndefined();
  });

  test("that no change is meant by stops check, changeset and release at its place", async () => {
    const root = repository();
    writeFileSync(
      join(root, list),
      `- change: property-removed /components/schemas/None\n  why: ${why}\n  until: 0.1.1\n`,
    );
    const message = /accepted-changes\.yaml:1:3: No change since 0\.1\.0 is `property-removed .*remove it\.$/;
    await expect(unsaidReport(root)).rejects.toThrow(message);
    await expect(updateChangesets(root)).rejects.toThrow(message);
    await expect(takeVersions(root)).rejects.toThrow(message);
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
