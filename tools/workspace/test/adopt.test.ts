import { existsSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import { buildModel } from "@visitors-api/codegen";
import { filesOf } from "@visitors-api/codegen/load";
import { run, runNode } from "@visitors-api/machine/run";
import { readDescription } from "@visitors-api/openapi";
import { api } from "@visitors-api/release/api";
import document from "@visitors-api/spec" with { type: "json" };
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { apiOf } from "../src/adopt/api.ts";
import { apply } from "../src/adopt/apply.ts";
import { checkAdoption } from "../src/adopt/check.ts";
import { leftToDo } from "../src/adopt/left.ts";
import { templates } from "../src/adopt/texts.ts";
import { runRedocly } from "../src/redocly.ts";
import { adoptedMuseum, adoptedTodo, identity, museum, split, todo } from "./support/adopted.ts";
import { repositoryCopy } from "./support/repository-copy.ts";

let parent: string;
/** A clone, in which the command is run. */
let folder: string;

beforeAll(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), "adopt-test-")));
  folder = await repositoryCopy();
});

afterAll(() => rm(parent, { recursive: true, force: true }));

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

test("the variables in spec/api.json are those that samples of the description read", () => {
  const { variables } = apiOf(api, buildModel(readDescription(document)));
  expect(api.variables).toEqual(variables);
});

describe("the command changes nothing, and says so,", () => {
  test("when its arguments are wrong: exit 2", async () => {
    const before = await state();
    const { status, stderr } = await adopt([todo]);
    expect(stderr).toContain("--name is missing");
    expect(stderr).toContain("Nothing has been changed.");
    expect(status).toBe(2);
    expect(await state()).toEqual(before);
  });

  test("when the work tree has changes, which it lists: exit 2", async () => {
    const file = join(folder, "left-over.txt");
    await writeFile(file, "");
    onTestFinished(() => rm(file));
    const { status, stderr } = await adopt([todo, "--name", "todo", "--yes"]);
    expect(stderr).toContain("Commit or stash first:\n  ?? left-over.txt");
    expect(status).toBe(2);
  });

  test("where no commit can be made: exit 2", async () => {
    const before = await state();
    await git("config", "user.useConfigOnly", "true");
    const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
    const { status, stderr } = await adopt([todo, "--name", "todo", "--yes"], nobody);
    await git("config", "--unset", "user.useConfigOnly");
    expect(stderr).toContain("A commit cannot be made: ");
    expect(status).toBe(2);
    expect(await state()).toEqual(before);
  });

  test("when the description cannot be adopted: exit 1", async () => {
    const before = await state();
    const { status, stderr } = await adopt(["nowhere.yaml", "--name", "memos", "--yes"]);
    expect(stderr).toContain("nowhere.yaml");
    expect(stderr).toContain("Nothing has been changed.");
    expect(status).toBe(1);
    expect(await state()).toEqual(before);
  });

  test("without anybody's yes, having said what it would do: exit 2", async () => {
    const before = await state();
    const { status, stdout, stderr } = await adopt([museum, "--name", "museum", "--lenient"]);
    expect(stdout).toContain("the monorepo of Redocly Museum API 1.2.1, with 8 operations");
    expect(stdout).toMatch(/packages +@\S+\/client.* → +@museum-api\/client/);
    expect(stdout).toMatch(/\d+ places of it that break rules are let through/);
    expect(stderr).toContain("There is nobody to ask here: pass --yes to agree.");
    expect(stderr).toContain("Nothing has been changed.");
    expect(status).toBe(2);
    expect(await state()).toEqual(before);
  });
});

describe("an adoption", () => {
  let before: string;

  beforeAll(async () => {
    before = await git("rev-parse", "HEAD");
    adoptedMuseum.folder = join(parent, "museum");
    await git("clone", "--quiet", folder, adoptedMuseum.folder);
    adoptedMuseum.description = await split(museum, join(parent, "split"));
    const { scope, name } = adoptedMuseum.api;
    const given = { source: adoptedMuseum.description, name, scope, lenient: true, bundle: false, yes: true };
    const adoption = await checkAdoption(given, await mkdtemp(join(parent, "description-")));
    await apply(adoptedMuseum.folder, adoption);
    adoptedMuseum.left = (await leftToDo(adoptedMuseum.folder, adoption)).join("\n");

    adoptedTodo.folder = folder;
    const { status, output } = await adopt([todo, "--name", "todo", "--scope", "@to-do", "--yes"]);
    expect(status, output).toBe(0);
    adoptedTodo.left = output;
  });

  test("is one commit, after which the work tree is clean", async () => {
    expect(await git("rev-parse", "HEAD~1")).toBe(before);
    expect(await git("status", "--porcelain")).toBe("");
    expect(await git("log", "-1", "--format=%s")).toBe("Adopt the description of Todo API 1.0.0");
    expect((await git("worktree", "list")).split("\n")).toHaveLength(1);
  });

  test.each([adoptedMuseum, adoptedTodo])(
    "has the lockfile that pnpm writes, in its order: %#",
    async (adopted) => {
      const { importers } = parse(await readFile(join(adopted.folder, "pnpm-lock.yaml"), "utf8"));
      const kinds = Object.values<Readonly<Record<string, object>>>(importers).flatMap(Object.values<object>);
      expect(kinds.length).toBeGreaterThan(20);
      for (const kind of kinds) expect(Object.keys(kind)).toEqual(Object.keys(kind).toSorted());
    },
  );

  test("ends with what is left to a person", () => {
    expect(adoptedTodo.left).toMatch(/Left to a person:\n- LICENSE/);
    expect(adoptedTodo.left).toContain("packages/sandbox/src/todo/");
    expect(existsSync(join(folder, "LICENSE"))).toBe(true);
    expect(adoptedMuseum.left).toMatch(
      /rule\/media-type-example: 4, the first at components\/responses\/\w+\.yaml:3:3/,
    );
  });

  describe.each([
    ["keeps the rules, in one file", adoptedTodo],
    ["is let through with --lenient, in several files", adoptedMuseum],
  ])("of a description that %s", (_, adopted) => {
    const read = (file: string): Promise<string> => readFile(join(adopted.folder, file), "utf8");
    const json = async (file: string) => JSON.parse(await read(file));
    const gitThere = (...args: string[]) => run("git", args, { cwd: adopted.folder });

    test("has it as it was written, each of its files", async () => {
      const source = adopted.description;
      const paths = (await filesOf(source)).map((file) => relative(dirname(source), file));
      for (const path of paths) {
        const written = await readFile(join(dirname(source), path), "utf8");
        expect(await read(join("spec", path === basename(source) ? "openapi.yaml" : path)), path).toBe(
          written,
        );
      }
      const { files } = await json("spec/package.json");
      expect(files).toEqual(expect.arrayContaining(paths.slice(1).map((path) => path.split(sep)[0])));
    });

    test("says in one file what the names are, and has them everywhere", async () => {
      const { title, name, scope, variables } = adopted.api;
      expect(await json("spec/api.json")).toMatchObject({ title, name, scope });
      expect((await json("spec/api.json")).variables).toEqual(variables);
      expect((await json("package.json")).name).toBe(scope.slice(1));
      const sandbox = await json("packages/sandbox/package.json");
      expect(sandbox).toMatchObject({
        name: `${scope}/sandbox`,
        version: "0.0.0",
        bin: { [`${name}-sandbox`]: expect.any(String) },
      });
      expect(sandbox.description).toContain(title);
      // A repository may have some of them already.
      const kept = [scope, ...Object.values(variables), `${name}-sandbox`];
      const names = [api.scope, api.variables.token, api.variables.baseUrl, `${api.name}-sandbox`];
      for (const one of names.filter((old) => !kept.includes(old))) {
        const found = await gitThere("grep", "--fixed-strings", "--word-regexp", "--files-with-matches", one);
        expect(found.stdout, one).toBe("");
      }
    });

    test("leaves nothing that was about the old API alone", async () => {
      const { name, scope } = adopted.api;
      const { stdout } = await gitThere("ls-files", "--cached", "--others", "--exclude-standard");
      const files = stdout.split("\n").filter((file) => existsSync(join(adopted.folder, file)));
      expect(files.filter((file) => file.split("/").slice(0, -1).includes(api.name))).toEqual([]);
      expect(files.filter((file) => file.startsWith("spec/releases/"))).toEqual([]);
      expect(files.filter((file) => file.startsWith(".changeset/") && file.endsWith(".md"))).toEqual([
        ".changeset/first-release.md",
      ]);
      expect(files.filter((file) => file.endsWith(".arazzo.yaml"))).toEqual([`spec/${name}.arazzo.yaml`]);
      expect(await read("packages/client/CHANGELOG.md")).toBe(`# ${scope}/client\n`);
    });

    test("has a client with the methods of the description, and texts that call them", async () => {
      const [, method] = /^client\.(\w+)/.exec(adopted.call) ?? [];
      expect(await read("packages/client/src/generated/operations.ts")).toContain(method);
      for (const file of [
        "README.md",
        "packages/client/README.md",
        "packages/docs/src/content/guides/quick-start.md",
      ]) {
        expect(await read(file), file).toContain(adopted.call);
      }
      for (const file of Object.keys(templates)) expect(await read(file), file).not.toMatch(/\{\{\w+\}\}/);
    });

    test.each(["packages/mcp/README.md", "packages/docs/src/content/guides/for-agents.md"])(
      "says in %s how an agent is given the tools and the credentials",
      async (file) => {
        const { name, scope, variables } = adopted.api;
        const { baseUrl: _, ...secrets } = variables;
        const [, settings = ""] = /^```json\n(.*?)^```$/ms.exec(await read(file)) ?? [];
        const env = Object.fromEntries(Object.values(secrets).map((variable) => [variable, "…"]));
        expect(JSON.parse(settings)).toEqual({
          mcpServers: { [name]: { command: "npx", args: ["-y", `${scope}/mcp`], env } },
        });
      },
    );

    // An API that is adopted here is named in these tests.
    test.skipIf([todo, museum].some((file) => file.endsWith(`/${api.name}.yaml`)))(
      "names the old API nowhere but in what it lists",
      async () => {
        const one = api.name.replace(/s$/, "");
        const { stdout } = await gitThere("grep", "--ignore-case", "--files-with-matches", one);
        const listed = stdout.split("\n").filter((file) => file !== "" && !adopted.left.includes(file));
        expect(listed).toEqual([]);
      },
    );
  });

  test("lets through what breaks rules in the description, and nothing else", async () => {
    const spec = join(adoptedMuseum.folder, "spec");
    const { succeeded, said } = await runRedocly(["lint", "openapi.yaml"], spec);
    expect(succeeded, said).toBe(true);
  });

  test("reads credentials as the description's security scheme says", async () => {
    const client = await readFile(join(folder, "packages/client/README.md"), "utf8");
    expect(client).toContain("const { TODO_API_KEY: apiKey, TODO_BASE_URL: baseUrl } = process.env;");
  });
});
