import { createHash } from "node:crypto";
import { cp, glob, mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import notes from "@visitors-api/openapi/notes" with { type: "json" };
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { ownSources } from "../src/site/own-sources.ts";
import { missingFrom } from "./browser.ts";
import {
  type BuildRun,
  copyOfDescription,
  readPage,
  runBuild,
  runBuildProcess,
  temporaryFolder,
  writeDescription,
} from "./build.ts";
import { own } from "./own-pages.ts";
import { ownBase, ownUrl } from "./own-site.ts";

const site = inject("ownSite");
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
/** A site of another description than this repository's. */
let other: string;
/** What the command said that built it. */
let otherBuild: BuildRun;
/** What stands beside it, and two folders above, once it is built. */
let beside: string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  other = join(folder.path, "deep/er/site");
  await mkdir(join(folder.path, "deep/er"), { recursive: true });
  const file = await writeDescription(folder.path, grown(), "grown.json");
  const guides = join(folder.path, "guides");
  await mkdir(guides);
  await writeFile(join(guides, "start.md"), "---\norder: 1\n---\n\n# Start\n\nWhere to begin.\n");
  otherBuild = await runBuild(file, "--output", other, "--base", "/based/", "--guides", guides);
  expect(otherBuild).toMatchObject({ status: 0 });
  beside = [...(await readdir(folder.path)), ...(await readdir(dirname(other)))];
});

afterAll(() => folder?.remove());

/** Paths and digests of everything in a folder. */
async function contentsOf(root: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for await (const path of glob("**/*", { cwd: root })) {
    const file = join(root, path);
    if ((await stat(file)).isFile())
      contents[path] = createHash("sha256")
        .update(await readFile(file))
        .digest("hex");
  }
  return contents;
}

test("writes the overview, a page per operation and the description in both formats", async () => {
  expect(await readdir(site)).toEqual(
    expect.arrayContaining(["index.html", "openapi.json", "openapi.yaml", own.tagFolder]),
  );
  expect(missingFrom(await readPage(site, own.operationFolder), [own.operationTitle])).toEqual([]);
  const json: unknown = JSON.parse(await readFile(join(site, "openapi.json"), "utf8"));
  expect(json).toEqual(copyOfDescription());
  // Whoever has the file that was built from has this one.
  expect(await readFile(join(site, "openapi.json"), "utf8")).toBe(
    await readFile(ownSources().description, "utf8"),
  );
  expect(parse(await readFile(join(site, "openapi.yaml"), "utf8"))).toEqual(json);
});

test("each page has its own title and description", async () => {
  const { info } = copyOfDescription();
  const page = await readPage(site, own.operationFolder);
  const expected = [
    `<title>${own.operationTitle} · ${info.title}</title>`,
    `<meta name="description" content="${own.operationSummary}">`,
  ];
  expect(missingFrom(page, expected)).toEqual([]);
  expect(missingFrom(await readPage(site), [`<title>${info.title}</title>`])).toEqual([]);
});

test("tells what it wrote, how large it is and how long it took", () => {
  const stdout = inject("ownBuild");
  expect(stdout).toMatch(
    new RegExp(`^ {2}${own.operationFolder}/index\\.html +[\\d.]+ KB +[\\d.]+ KB gzip$`, "m"),
  );
  expect(stdout).toMatch(/^\d+ files in .*, [\d.]+ s$/m);
});

test("every link inside the site leads to a file", async () => {
  const broken: string[] = [];
  for await (const path of glob("**/*.html", { cwd: site })) {
    const html = await readFile(join(site, path), "utf8");
    for (const [, address = ""] of html.matchAll(/ (?:href|src|data-form)="(\/[^"#]*)/g)) {
      const target = address.replace(ownBase, "/");
      const file = join(site, target.endsWith("/") ? `${target}index.html` : target);
      if (!(await stat(file).catch(() => undefined))?.isFile()) broken.push(`${path}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

/** The notes, with an operation, a link that leads nowhere, names that lead elsewhere, and a name that looks like another. */
function grown(): unknown {
  const description = structuredClone(notes);
  const responses = { "200": { description: "Fine" } };
  Object.assign(description.paths, {
    "/notes/{id}/comments": {
      post: {
        operationId: "addNoteComment",
        summary: "Add a comment",
        description: "Writes a comment about the note.\n\nSee [the guide](/based/nowhere/).",
        tags: ["Notes"],
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" }, description: "Which note." },
        ],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { comment_text: { type: "string", description: "What to say." } },
              },
            },
          },
        },
        responses: { "201": { description: "The comment was written." } },
      },
    },
    "/a": { get: { tags: [".."], operationId: "../../../escaped", summary: "First", responses } },
    "/b": { get: { tags: ["..\\..", "日本"], operationId: "..", summary: "Second", responses } },
    "/guides": { get: { tags: ["guides-start"], operationId: "guide", summary: "Fifth", responses } },
    "/c": {
      get: { summary: "/etc/passwd", responses },
      post: { operationId: "Escaped", summary: "Fourth", responses },
    },
    "/again": {
      put: { tags: ["Notes"], operationId: "update_note", summary: "The other one", responses },
    },
  });
  return description;
}

test("an operation added to the description gets its page, its menu entry and its fields", async () => {
  const page = await readPage(other, "notes/add-note-comment");
  const expected = [
    "Writes a comment about the note.",
    "Which note.",
    "comment_text",
    "The comment was written.",
  ];
  expect(missingFrom(page, expected)).toEqual([]);
  const menuEntry = `href="/based/notes/add-note-comment/"`;
  expect(missingFrom(await readPage(other, "notes/update-note"), [menuEntry])).toEqual([]);
});

test("a broken link is told, and built all the same: most of what is published has a link that died", () => {
  expect(otherBuild.stderr).toMatch(
    /^warning: notes\/.*: the link "\/based\/nowhere\/" leads to no file of this site$/m,
  );
});

test("names cannot lead out of the output folder", async () => {
  expect(beside.sort()).toEqual(["deep", "grown.json", "guides", "site"]);
  expect(await readdir(join(folder.path, "deep"))).toEqual(["er"]);
  const pages = Object.keys(await contentsOf(other)).filter((path) => path.endsWith("index.html"));
  expect(pages.every((path) => /^([a-z0-9-]+\/)*index\.html$/.test(path))).toBe(true);
  expect(missingFrom(await readPage(other, "tag/escaped"), ["First"])).toEqual([]);
  expect(missingFrom(await readPage(other, "tag/escaped"), [">..<"])).toEqual([]);
});

test("two operations whose names look alike have a page each", async () => {
  expect(missingFrom(await readPage(other, "notes/update-note"), ["<title>Update a note"])).toEqual([]);
  expect(missingFrom(await readPage(other, "notes/update-note-2"), ["<title>The other one"])).toEqual([]);
});

test("a guide and a tag that is named as its page have a page each", async () => {
  expect(missingFrom(await readPage(other, "guides-start"), ["Fifth"])).toEqual([]);
  expect(missingFrom(await readPage(other, "guides/start"), ["Where to begin."])).toEqual([]);
});

test("--base sets the path of every link and asset", async () => {
  const page = await readPage(other, "notes/update-note");
  const targets = [...page.matchAll(/ (?:href|src|data-form)="(\/[^"]*)"/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(5);
  expect(targets.filter((target) => !target?.startsWith("/based/"))).toEqual([]);
});

describe("a build that fails leaves the old site untouched and says why", () => {
  const cases: [what: string, content: unknown, message: RegExp][] = [
    ["no YAML", "openapi: 3.1.0\npaths: {a: [}", /:2:\d+: neither JSON nor YAML: .+/],
    ["no description", { hello: "world" }, /no OpenAPI description: it has no "openapi" version/],
    [
      "an old version",
      { swagger: "2.0", openapi: "2.0", info: { title: "Old" } },
      /OpenAPI 2\.0 is not supported/,
    ],
    ["no title", { openapi: "3.1.0", info: {} }, /#\/info\/title: the description needs a title/],
    [
      "a dangling $ref",
      { ...copyOfDescription(), paths: { "/a": { $ref: "#/components/pathItems/nothing" } } },
      /broken\.yaml: .*#\/components\/pathItems\/nothing, which it does not have/,
    ],
    [
      "a $ref to another file",
      { ...copyOfDescription(), paths: { "/a": { $ref: "other.yaml#/a" } } },
      /broken\.yaml: .*other\.yaml#\/a, outside of itself: bundle it into one document first/,
    ],
  ];

  test.each(cases)("%s", async (_, content, message) => {
    const file = await writeDescription(folder.path, content, "broken.yaml");
    const before = await contentsOf(other);
    const run = await runBuild(file, "--output", other);
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(await contentsOf(other)).toEqual(before);
    expect((await readdir(dirname(other))).filter((name) => name.startsWith(".site-"))).toEqual([]);
  });

  test("a missing file", async () => {
    const run = await runBuildProcess(join(folder.path, "missing.yaml"), "--output", other);
    expect(run).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/missing\.yaml: .*cannot be read \(ENOENT\)\n$/),
    });
  });
});

test("does not replace a folder that it did not write", async () => {
  const foreign = join(folder.path, "foreign");
  await mkdir(foreign);
  await writeFile(join(foreign, "thesis.txt"), "years of work");
  const run = await runBuild("--output", foreign);
  expect(run).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("this folder has other files in it"),
  });
  expect(await readdir(foreign)).toEqual(["thesis.txt"]);
});

test("replaces its own earlier site as a whole, of another scope too; the same description gives the same bytes", async () => {
  const output = join(folder.path, "replaced");
  await cp(site, output, { recursive: true });
  const index = await readFile(join(output, "index.html"), "utf8");
  await writeFile(join(output, "index.html"), index.replace(/"@[^/"]+(?=\/docs")/, '"@another'));
  await rename(join(output, own.tagFolder), join(output, "gone-operation"));
  expect(await runBuild("--output", output, "--url", ownUrl)).toMatchObject({ status: 0 });
  expect(await contentsOf(output)).toEqual(await contentsOf(site));
});

test.each([
  [["--nonsense"], "--nonsense"],
  [["a.yaml", "b.yaml"], "one description at a time"],
  [["--base", "docs"], "--base docs: this is no path"],
  [["--base", "/a/../b/"], "--base /a/../b/: this is no path"],
])("wrong arguments %j end with status 2 and the usage", async (args, message) => {
  const run = await runBuild(...args);
  expect(run).toMatchObject({ status: 2, stdout: "" });
  expect(run.stderr).toContain(message);
  expect(run.stderr).toContain("usage: node src/build.ts");
});
