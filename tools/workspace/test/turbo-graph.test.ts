import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { workspaceFolders } from "../installed.mjs";
import { plan, repositoryCopy } from "./support/repository-copy.ts";

const tasks = [
  "lint",
  "bundle",
  "generate",
  "generate:notes",
  "drift",
  "drift:notes",
  "build",
  "typecheck",
  "test",
];

let copy: string;
let before: Map<string, string>;

beforeAll(async () => {
  copy = await repositoryCopy();
  before = hashes();
});

/** The hash of every task; one with the same hash is answered from the cache. */
function hashes(): Map<string, string> {
  return new Map(plan(copy, tasks).map(({ taskId, hash }) => [taskId.replace("@visitors-api/", ""), hash]));
}

/** The tasks that an edit makes run again. */
function rerun(edit: () => void): string[] {
  edit();
  const after = hashes();
  const changed = [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task);
  before = after;
  return changed.toSorted();
}

function append(path: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  appendFileSync(join(copy, path), "\n");
}

describe("what runs again", () => {
  test("nothing when nothing has changed", () => {
    expect(before.size).toBeGreaterThan(10);
    expect(rerun(() => {})).toEqual([]);
  });

  test("after an edit of a README, only the tests that run its samples", () => {
    const readmes = [
      "README.md",
      ".github/CONTRIBUTING.md",
      ...workspaceFolders(copy).map((it) => `${it}/README.md`),
    ];
    const changed = rerun(() => {
      for (const readme of readmes) writeFileSync(join(copy, readme), "# Edited\n");
    });
    expect(changed.filter((task) => task !== "e2e#test")).toEqual([]);
  });

  test.each(["spec/openapi.yaml", "spec/paths/notes.yaml"])(
    "after an edit of the description, such as %s, what is made from it, and neither the generator's tests nor the client's build",
    (file) => {
      const changed = rerun(() => append(file));
      expect(changed).toEqual(
        expect.arrayContaining([
          "spec#lint",
          "spec#bundle",
          "spec#test",
          "client#generate",
          "client#drift",
          "docs#build",
          "mcp#build",
        ]),
      );
      expect(changed).not.toContain("codegen#test");
      expect(changed).not.toContain("codegen#typecheck");
      expect(changed).not.toContain("client#generate:notes");
      expect(changed).not.toContain("client#build");
      expect(changed).not.toContain("//#lint");
    },
  );

  test("after an edit of a workflow, the linter and what runs it, and no client", () => {
    const files = readdirSync(join(copy, "spec"));
    const workflow = files.find((name) => name.endsWith(".arazzo.yaml")) ?? "added.arazzo.yaml";
    const changed = rerun(() => append(`spec/${workflow}`));
    expect(changed).toEqual(expect.arrayContaining(["spec#lint", "spec#test", "mcp#build", "e2e#test"]));
    expect(changed).not.toContain("client#build");
  });

  test("after an edit of how descriptions are read, all that reads them, and not the client's build", () => {
    const changed = rerun(() => append("tools/openapi/src/index.ts"));
    expect(changed).toEqual(
      expect.arrayContaining([
        "//#lint",
        "openapi#test",
        "codegen#test",
        "client#generate",
        "client#drift",
        "sandbox#build",
        "sandbox#typecheck",
        "sandbox#test",
        "docs#build",
        "spec-diff#test",
        "release#test",
      ]),
    );
    expect(changed).not.toContain("client#build");
    expect(changed.filter((task) => task.startsWith("spec#"))).toEqual([]);
  });

  test("after an edit of the generator, generation, drift, its own tests, and the docs and the tools for agents, which call the client as it does", () => {
    const changed = rerun(() => append("tools/codegen/src/cli.ts"));
    expect(changed).toEqual(
      expect.arrayContaining([
        "//#lint",
        ...["client#generate", "client#generate:notes", "client#drift", "client#drift:notes", "codegen#test"],
      ]),
    );
    expect(changed.filter((task) => task.endsWith("#build"))).toEqual(["docs#build", "mcp#build"]);
    expect(changed.filter((task) => task.startsWith("spec#"))).toEqual([]);
  });

  test("after a hand edit of a generated file, generation, the drift check and what is built on the client", () => {
    const [file] = readdirSync(join(copy, "packages/client/src/generated"));
    const changed = rerun(() => append(`packages/client/src/generated/${file}`));
    expect(changed).toEqual(
      expect.arrayContaining([
        "client#drift",
        "client#build",
        "client#typecheck",
        "sandbox#build",
        "sandbox#test",
        "docs#build",
      ]),
    );
    expect(changed).toContain("client#generate");
    expect(changed).not.toContain("codegen#test");
  });

  test("after an edit of one package's test, that package's tests and types, and the linter", () => {
    const changed = rerun(() => writeFileSync(join(copy, "packages/sandbox/test/one-more.test.ts"), ""));
    expect(changed).toEqual(["//#lint", "sandbox#test", "sandbox#typecheck"]);
  });
});
