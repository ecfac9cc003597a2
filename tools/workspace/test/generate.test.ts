import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository, plan, type RepositoryCopy } from "./support/repository-copy.ts";

let repository: RepositoryCopy;

beforeAll(() => {
  repository = copyRepository();
});

afterAll(() => repository.remove());

function generate() {
  return spawnSync(process.execPath, [join(repository.folder, "tools/workspace/src/generate.ts")], {
    cwd: repository.folder,
    encoding: "utf8",
    timeout: limits.process,
  });
}

function cacheMisses(): string[] {
  const planned = plan(repository.folder, ["bundle", "generate", "generate:notes"]);
  expect(planned.length).toBeGreaterThan(1);
  return planned.filter(({ cache }) => cache.status === "MISS").map(({ taskId }) => taskId);
}

test("a changed description is generated once; the next time all of it comes from the cache", () => {
  const description = join(repository.folder, "spec/openapi.yaml");
  const text = readFileSync(description, "utf8");
  writeFileSync(description, text.replace(/^ {2}title: .*$/m, "  title: A title from the test"));
  const { status, stderr } = generate();
  expect(status, stderr).toBe(0);
  const client = readFileSync(join(repository.folder, "packages/client/src/generated/client.ts"), "utf8");
  expect(client).toContain("A title from the test");
  expect(cacheMisses()).toEqual([]);
});

test("a generated file that was edited by hand is written anew", () => {
  const file = join(repository.folder, "packages/client/src/generated/client.ts");
  const generated = readFileSync(file, "utf8");
  appendFileSync(file, "// by hand\n");
  expect(generate().status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(generated);
  appendFileSync(file, "// by hand\n");
  expect(generate().status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(generated);
});
