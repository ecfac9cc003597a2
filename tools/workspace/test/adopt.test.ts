import { existsSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildModel } from "@visitors-api/codegen";
import { run, runNode } from "@visitors-api/machine/run";
import { readDescription } from "@visitors-api/openapi";
import { type Api, api } from "@visitors-api/release/api";
import { copyWorkTree } from "@visitors-api/release/copy";
import document from "@visitors-api/spec" with { type: "json" };
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { apiOf } from "../src/adopt/api.ts";
import { root } from "../src/root.ts";

const todo = join(root, "tools/e2e/adopted/todo.yaml");
const museum = join(root, "tools/e2e/adopted/museum.yaml");

/** Whoever adopts has told git who they are. */
const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@localhost",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@localhost",
};

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "adopt-test-")));
  await copyWorkTree(root, folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function adopt(args: readonly string[], env: Readonly<Record<string, string>> = identity) {
  return runNode(join(folder, "tools/workspace/src/adopt.ts"), args, { cwd: folder, env });
}

async function git(...args: string[]): Promise<string> {
  const { status, output } = await run("git", args, { cwd: folder });
  expect(status, output).toBe(0);
  return output.trim();
}

/** All that git could tell: the commit, what is changed, and which work trees there are. */
async function state(): Promise<string[]> {
  return [await git("rev-parse", "HEAD"), await git("status", "--porcelain"), await git("worktree", "list")];
}

/** A description in a folder of its own. */
async function descriptionFile(text: string, name = "openapi.yaml"): Promise<string> {
  const own = await mkdtemp(join(tmpdir(), "description-"));
  onTestFinished(() => rm(own, { recursive: true, force: true }));
  await writeFile(join(own, name), text);
  return join(own, name);
}

test("the variables in spec/api.json are those that samples of the description read", () => {
  const { variables } = apiOf(api, buildModel(readDescription(document)));
  expect(api.variables).toEqual(variables);
});

describe("wrong arguments are refused with what is wrong, and nothing is changed:", () => {
  test.each([
    [[], "Which description?"],
    [[todo], "--name is missing"],
    [[todo, museum, "--name", "todo"], "One description at a time"],
    [
      [todo, "--name", "To Do"],
      '--name takes up to 40 of a-z, 0-9 and single hyphens, a letter first, not "To Do"',
    ],
    [[todo, "--name", "../todo"], "--name takes up to 40"],
    [[todo, "--name", "node"], '--name cannot be "node"'],
    [[todo, "--name", "todo", "--scope", "todo"], "--scope takes an @"],
    [[todo, "--name", "todo", "--scope", "@Todo/x"], "--scope takes an @"],
    [[todo, "--name", "todo", "--force"], "Unknown option '--force'"],
    [[todo, "--name", "todo"], "There is nobody to ask here: pass --yes to agree."],
  ])("%j", async (args, says) => {
    const before = await state();
    const { status, stderr } = await adopt(args);
    expect(stderr).toContain(says);
    expect(stderr).toContain("Nothing has been changed.");
    expect(status).toBe(2);
    expect(await state()).toEqual(before);
  });
});

test("a work tree with changes is refused, and they are listed", async () => {
  const file = join(folder, "left-over.txt");
  await writeFile(file, "");
  onTestFinished(() => rm(file));
  const { status, stderr } = await adopt([todo, "--name", "todo", "--yes"]);
  expect(stderr).toContain("Commit or stash first:\n  ?? left-over.txt");
  expect(status).toBe(2);
});

describe("a description that cannot be adopted is refused with what is wrong, and nothing is changed:", () => {
  test.each([
    ["nothing", "", "cannot be"],
    ["no description", "title: Notes\n", "see above"],
    [
      "one of another version",
      'swagger: "2.0"\ninfo: { title: Old, version: "1" }\npaths: {}\n',
      "is no OpenAPI 3.0 or 3.1",
    ],
    [
      "one without operations",
      'openapi: 3.1.0\ninfo: { title: Empty, version: "1" }\npaths: {}\n',
      "has no operation",
    ],
    [
      "one with a reference to nothing",
      'openapi: 3.1.0\ninfo: { title: Broken, version: "1" }\npaths:\n  /notes:\n    $ref: paths.yaml\n',
      "see above",
    ],
  ])("%s", async (_, text, says) => {
    const before = await state();
    const { status, stderr } = await adopt([await descriptionFile(text), "--name", "memos", "--yes"]);
    expect(stderr).toContain(says);
    expect(stderr).toContain("Nothing has been changed.");
    expect(status, stderr).toBe(1);
    expect(await state()).toEqual(before);
  });

  test.each(["nowhere.yaml", "http://127.0.0.1:1/openapi.yaml"])("%s, which is not there", async (source) => {
    const { status, stderr } = await adopt([source, "--name", "memos", "--yes"]);
    expect(stderr).toContain(source);
    expect(status).toBe(1);
  });

  test("one that breaks rules, each with its place and its rule", async () => {
    const before = await state();
    const { status, stderr } = await adopt([museum, "--name", "museum", "--yes"]);
    expect(stderr).toMatch(
      /^openapi\.yaml:\d+:\d+: The schema "Date" has no description.* \(rule\/schema-description\)$/m,
    );
    expect(stderr).toContain("or start with --lenient");
    expect(status).toBe(1);
    expect(await state()).toEqual(before);
  });
});

test("without anybody's yes it says what it would do, and does nothing", async () => {
  const before = await state();
  const { stdout } = await adopt([museum, "--name", "museum", "--lenient"]);
  expect(stdout).toContain("the monorepo of Redocly Museum API 1.2.1, with 8 operations");
  expect(stdout).toMatch(/packages +@\S+\/client.* → +@museum-api\/client/);
  expect(stdout).toMatch(/\d+ places of it that break rules are let through/);
  expect(await state()).toEqual(before);
});

test("where no commit can be made, nothing is begun", async () => {
  const before = await state();
  await git("config", "user.useConfigOnly", "true");
  const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const { status, stderr } = await adopt([todo, "--name", "todo", "--yes"], nobody);
  await git("config", "--unset", "user.useConfigOnly");
  expect(stderr).toContain("A commit cannot be made: ");
  expect(status).toBe(2);
  expect(await state()).toEqual(before);
});

describe("an adoption", () => {
  let said: string;
  let before: string;

  beforeAll(async () => {
    before = await git("rev-parse", "HEAD");
    const { status, output } = await adopt([todo, "--name", "todo", "--scope", "@to-do", "--yes"]);
    expect(status, output).toBe(0);
    said = output;
  });

  const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");
  const json = async (file: string) => JSON.parse(await read(file));

  test("is one commit, after which the work tree is clean", async () => {
    expect(await git("rev-parse", "HEAD~1")).toBe(before);
    expect(await git("status", "--porcelain")).toBe("");
    expect(await git("log", "-1", "--format=%s")).toBe("Adopt the description of Todo API 1.0.0");
    expect((await git("worktree", "list")).split("\n")).toHaveLength(1);
  });

  test("has the description as it was written", async () => {
    expect(await read("spec/openapi.yaml")).toBe(await readFile(todo, "utf8"));
  });

  test("says in one file what the names are, and has them everywhere", async () => {
    const adopted: Api = await json("spec/api.json");
    expect(adopted).toMatchObject({ title: "Todo API", name: "todo", scope: "@to-do" });
    expect(adopted.variables).toEqual({ token: "TODO_API_KEY", baseUrl: "TODO_BASE_URL" });
    expect((await json("package.json")).name).toBe("to-do");
    const sandbox = await json("packages/sandbox/package.json");
    expect(sandbox).toMatchObject({
      name: "@to-do/sandbox",
      version: "0.0.0",
      bin: { "todo-sandbox": expect.any(String) },
    });
    expect(sandbox.description).toContain("Todo API");
    // A repository may have some of them already.
    const kept = [...Object.values(adopted.variables), `${adopted.name}-sandbox`];
    const names = [api.scope, api.variables.token, api.variables.baseUrl, `${api.name}-sandbox`];
    for (const name of names.filter((one) => !kept.includes(one))) {
      const found = await run(
        "git",
        ["grep", "--fixed-strings", "--word-regexp", "--files-with-matches", name],
        { cwd: folder },
      );
      expect(found.stdout, name).toBe("");
    }
  });

  test("leaves nothing that was about the old API alone", async () => {
    const files = (await git("ls-files")).split("\n");
    expect(files.filter((file) => file.split("/").slice(0, -1).includes(api.name))).toEqual([]);
    expect(files.filter((file) => file.startsWith("spec/releases/"))).toEqual([]);
    expect(files.filter((file) => file.startsWith(".changeset/") && file.endsWith(".md"))).toEqual([
      ".changeset/first-release.md",
    ]);
    expect(files.filter((file) => file.endsWith(".arazzo.yaml"))).toEqual(["spec/todo.arazzo.yaml"]);
    expect(await read("packages/client/CHANGELOG.md")).toBe("# @to-do/client\n");
  });

  test("has a client with the methods of the description, and texts that call them", async () => {
    expect(await read("packages/client/src/generated/operations.ts")).toContain("createTask");
    for (const file of [
      "README.md",
      "packages/client/README.md",
      "packages/docs/src/content/guides/quick-start.md",
    ]) {
      expect(await read(file), file).toContain('client.createTask({ title: "Buy milk" })');
      expect(await read(file), file).not.toContain("{{");
    }
    expect(await read("packages/client/README.md")).toContain(
      "const { TODO_API_KEY: apiKey, TODO_BASE_URL: baseUrl } = process.env;",
    );
  });

  test("ends with what is left to a person", async () => {
    expect(said).toMatch(/Left to a person:\n- LICENSE/);
    expect(said).toContain("packages/sandbox/src/todo/");
    expect(existsSync(join(folder, "LICENSE"))).toBe(true);
  });
});
