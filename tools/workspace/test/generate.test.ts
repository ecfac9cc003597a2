import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { beforeAll, expect, test } from "vitest";
import { plan, repositoryCopy } from "./support/repository-copy.ts";

let copy: string;

beforeAll(async () => {
  copy = await repositoryCopy();
});

function generate() {
  return spawnSync(process.execPath, [join(copy, "tools/workspace/src/generate.ts")], {
    cwd: copy,
    encoding: "utf8",
    timeout: limits.process,
  });
}

function cacheMisses(): string[] {
  const planned = plan(copy, ["bundle", "generate", "generate:notes"]);
  expect(planned.length).toBeGreaterThan(1);
  return planned.filter(({ cache }) => cache.status === "MISS").map(({ taskId }) => taskId);
}

test("a changed description is generated once; the next time all of it comes from the cache", () => {
  const description = join(copy, "spec/openapi.yaml");
  const text = readFileSync(description, "utf8");
  writeFileSync(description, text.replace(/^ {2}title: .*$/m, "  title: A generated title"));
  const { status, stderr } = generate();
  expect(status, stderr).toBe(0);
  const client = readFileSync(join(copy, "packages/client/src/generated/client.ts"), "utf8");
  expect(client).toContain("A generated title");
  expect(cacheMisses()).toEqual([]);
});

test("a generated file that was edited by hand is written anew", () => {
  const file = join(copy, "packages/client/src/generated/client.ts");
  const generated = readFileSync(file, "utf8");
  appendFileSync(file, "// by hand\n");
  expect(generate().status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(generated);
  appendFileSync(file, "// by hand\n");
  expect(generate().status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(generated);
});
