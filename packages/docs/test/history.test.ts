import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import notes from "@visitors-api/openapi/notes" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changelog } from "../src/history/changelog.ts";
import { missingFrom } from "./browser.ts";
import { readPage, runBuild, temporaryFolder, writeDescription } from "./build.ts";

type Description = typeof notes;

describe("the reference", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let releases: string;

  /** What each version changed for good, the oldest first. The names are of nothing that an API would come to have. */
  const changes: readonly [version: string, change: (description: Description) => void][] = [
    ["0.9.0", () => undefined],
    [
      "0.10.0",
      ({ components: { schemas } }) => {
        Object.assign(schemas.Note.properties, {
          "x-nickname": { type: "string", description: "What friends call the note.", example: "Milk" },
          "x-nearest": { $ref: "#/components/schemas/TagList" },
        });
      },
    ],
    [
      "1.0.0",
      ({ paths, components: { schemas } }) => {
        const { responses } = paths["/notes"].put;
        const get = { tags: ["Notes"], operationId: "countShoes", summary: "Count shoes", responses };
        Object.assign(paths, { "/x-shoes": { get } });
        Object.assign(schemas.Note.properties.is_draft, { deprecated: true });
        Object.assign(paths["/notes"].put.parameters, [
          ...paths["/notes"].put.parameters,
          { in: "query", name: "x-notify", description: "Tell the teammate.", schema: { type: "boolean" } },
        ]);
      },
    ],
  ];

  beforeAll(async () => {
    folder = await temporaryFolder();
    releases = join(folder.path, "releases");
    const description = structuredClone(notes);
    for (const [version, change] of changes) {
      change(description);
      await mkdir(join(releases, version), { recursive: true });
      await writeDescription(join(releases, version), description);
    }
    await writeFile(join(releases, "README.md"), "No version.");
    Object.assign(description.components.schemas.Note.properties, {
      "x-mood": { type: "string", description: "How the note feels.", example: "curious" },
    });
    const file = await writeDescription(folder.path, description);
    const site = join(folder.path, "site");
    expect(await runBuild(file, "--output", site, "--releases", releases)).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  afterAll(() => folder?.remove());

  test.each([["notes/update-note"], ["reference"]])(
    "says in %s with which version something came, and nothing of what was there first",
    async (page) => {
      const text = textOf(await readPage(join(folder.path, "site"), page));
      const expected = [
        "What friends call the note. Added in 0.10.0.",
        "Added in 0.10.0.",
        "Tell the teammate. Added in 1.0.0.",
        "Whether others see it not yet. Deprecated since 1.0.0.",
        "How the note feels. Added in the next release.",
      ];
      expect(missingFrom(text, expected)).toEqual([]);
      expect(text).not.toContain("in 0.9.0");
      expect(text).not.toContain("What the note is called. Added");
    },
  );

  test("says of a new operation with which version it came, and not of each part of it", async () => {
    const text = textOf(await readPage(join(folder.path, "site"), "notes/count-shoes"));
    expect(text).toContain("Added in 1.0.0.");
  });

  test("is not built with releases that cannot be read", async () => {
    const run = await runBuild(
      "--output",
      join(folder.path, "none"),
      "--releases",
      join(folder.path, "nowhere"),
    );
    expect(run).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/nowhere: the releases cannot be read \(ENOENT\)\n$/),
    });
  });
});

/** The words of a page, on one line. */
function textOf(html: string): string {
  return html
    .replace(/<(style|script)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");
}

describe("the changelog", () => {
  const changed = (name: string, versions: string) => ({ name, text: `# ${name}\n\n${versions}` });

  test("says once what is the same for all packages, the newest version first and what breaks before the rest", () => {
    const versions = [
      "## 1.10.0\n\n### Minor Changes\n\n- `nickname` is new.\n\n### Patch Changes\n\n- Words.",
      "## 1.9.0\n\n### Major Changes\n\n- `name` is gone.\n\n  Use `nickname`.",
    ].join("\n\n");
    expect(changelog([changed("a", versions), changed("b", versions)], [])).toBe(
      "## 1.10.0\n\n### New\n\n- `nickname` is new.\n\n### Also changed\n\n- Words.\n\n" +
        "## 1.9.0\n\n### Breaking\n\n- `name` is gone.\n\n  Use `nickname`.",
    );
  });

  test("names the package where not all are meant", () => {
    const first = "## 0.1.0\n\nThe first version of a.";
    const fixed = "## 0.1.1\n\n### Patch Changes\n\n- Waits less.";
    expect(changelog([changed("a", `${fixed}\n\n${first}`), changed("b", "")], [])).toBe(
      "## 0.1.1\n\n### Also changed\n\n- `a`: Waits less.\n\n## 0.1.0\n\n- `a`: The first version of a.",
    );
  });

  test("begins with what no version has yet, without the marks that tools leave", () => {
    const pending = {
      name: "description-additive.md",
      text: '---\n"a": minor\n"b": minor\n---\n\n- `Note.mood` is new. <!-- change 665d1fe6 -->\n- So is `mode`.\n',
    };
    expect(
      changelog([changed("a", "## 0.1.0\n\nFirst."), changed("b", "## 0.1.0\n\nFirst.")], [pending]),
    ).toBe("## Unreleased\n\n### New\n\n- `Note.mood` is new.\n- So is `mode`.\n\n## 0.1.0\n\n- First.");
  });

  test("is not made from a file that is no changeset", () => {
    expect(() => changelog([], [{ name: "notes.md", text: "Hello" }])).toThrow(
      '.changeset/notes.md:1: a changeset starts with "---"',
    );
  });
});
