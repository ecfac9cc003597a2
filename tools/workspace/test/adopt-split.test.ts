import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generate } from "@visitors-api/codegen/generate";
import { filesOf } from "@visitors-api/codegen/load";
import { runNode } from "@visitors-api/machine/run";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { bringDescription } from "../src/adopt/description.ts";
import { makeClient } from "../src/adopt/generate-client.ts";
import { keepFiles } from "../src/adopt/split.ts";
import { drift } from "../src/pre-commit/drift.ts";
import { root } from "../src/root.ts";
import { split, todo } from "./support/adopted.ts";

const path = "get: { operationId: listNotes, responses: { '204': { description: Done } } }\n";

const withPath = (reference: string) => `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: { /notes: { $ref: "${reference}" } }
`;

/** Files in a folder of their own; the first is where a description begins. */
async function written(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await write(folder, files);
  return join(folder, Object.keys(files)[0] ?? "");
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "split-description-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function keep(source: string) {
  return keepFiles(source, await readFile(source, "utf8"), await filesOf(source), ["policy.yaml"]);
}

test("a description in several files stays in these, each as it is written", async () => {
  const files = { "openapi.yaml": withPath("paths/notes.yaml"), "paths/notes.yaml": path };
  const source = await written(files);
  expect(await keep(source)).toEqual({ files: new Map(Object.entries(files)) });
});

test("its client is what npm run generate writes, and what the hook before a commit asks for", async () => {
  const folder = await temporaryFolder();
  const source = await split(todo, join(folder, "spec"));
  const options = { lenient: false, isOneFile: false, folder: await mkdtemp(join(folder, "brought-")) };
  const client = await makeClient(await bringDescription(source, options), false);

  const bundle = join(folder, "openapi.json");
  const { status, output } = await runNode(join(root, "spec/bundle.ts"), [source, "--output", bundle]);
  expect(status, output).toBe(0);
  const generated = "packages/client/src/generated";
  const { files } = await generate(bundle, join(root, generated));
  expect(client.files).toEqual(files);

  await write(join(folder, generated), Object.fromEntries(files));
  const staged = { files: ["spec/paths/tasks.yaml"], paths: ["spec/paths/tasks.yaml"] };
  expect(await drift.run(folder, staged)).toBeUndefined();
});

describe("it is bundled, and why is said, when", () => {
  test.each([
    [
      "a file is outside of its folder",
      { "api/openapi.yaml": withPath("../notes.yaml"), "notes.yaml": path },
      "it refers to ../notes.yaml, outside of its folder",
    ],
    [
      "a file would take the place of another in spec/",
      { "openapi.yaml": withPath("policy.yaml"), "policy.yaml": path },
      "spec/policy.yaml is something else in this repository",
    ],
    [
      "a file would stand in a folder of spec/ that has another purpose",
      { "openapi.yaml": withPath("test/notes.yaml"), "test/notes.yaml": path },
      "spec/test/notes.yaml is something else in this repository",
    ],
    [
      "a file refers to the first by another name than openapi.yaml",
      {
        "notes-api.yaml": `${withPath("notes.yaml")}x-note: {}\n`,
        "notes.yaml": `${path}x-other: { $ref: "notes-api.yaml#/x-note" }\n`,
      },
      "it refers to notes-api.yaml, which becomes openapi.yaml",
    ],
    [
      "it refers to itself by that name",
      { "notes-api.yaml": `${withPath("notes-api.yaml#/x-notes")}x-notes: { ${path.trim()} }\n` },
      "it refers to notes-api.yaml, which becomes openapi.yaml",
    ],
  ])("%s", async (_, files, reason) => {
    const source = await written(files);
    expect(await keep(source)).toEqual({ reason });
  });

  test("a file is not on this machine", async () => {
    const read = ["/api/openapi.yaml", "https://api.example/notes.yaml"];
    expect(await keepFiles("/api/openapi.yaml", "", read, [])).toEqual({
      reason: "https://api.example/notes.yaml is not on this machine",
    });
  });

  test("--bundle asks for it", async () => {
    const source = await written({ "openapi.yaml": withPath("paths/notes.yaml"), "paths/notes.yaml": path });
    const folder = await mkdtemp(join(dirname(source), "brought-"));
    const brought = await bringDescription(source, { lenient: false, isOneFile: true, folder });
    expect(brought.bundledSince).toBe("--bundle asks for one file");
    expect([...brought.files.keys()]).toEqual(["openapi.yaml"]);
    expect(parse(brought.files.get("openapi.yaml") ?? "").paths).toEqual({ "/notes": parse(path) });
  });
});
