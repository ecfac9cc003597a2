import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { repairs } from "../src/repair.ts";
import { copyManifests } from "./support/manifests-copy.ts";
import { repositoryCopy } from "./support/repository-copy.ts";

function run(folder: string, script: string, ...scriptArguments: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...scriptArguments], {
    cwd: folder,
    encoding: "utf8",
    timeout: limits.process,
  });
  return { status, output: stdout + stderr };
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
  onTestFinished(() => writeFileSync(file, text));
}

describe("npm run check fails, and says last what to type,", () => {
  let copy: string;

  beforeAll(async () => {
    copy = await repositoryCopy();
  });

  test("when generated code was edited by hand, and when the description was and nothing generated", () => {
    edit(join(copy, "packages/client/src/generated/client.ts"), (text) => `${text}// by hand\n`);
    edit(join(copy, "spec/openapi.yaml"), (text) =>
      text.replace(/^ {2}title: .*$/m, "  title: Another title"),
    );
    const { status, output } = run(copy, "tools/workspace/src/check.ts");
    expect(output).toContain("-// by hand");
    expect(output).toContain("Another title");
    expect(lastLine(output)).toMatch(/^ {2}npm run generate {2}generated sources in packages\/client/);
    expect(status).toBe(1);
  });

  test("when a sample calls what is not there", () => {
    const readme = join(copy, "packages/client/README.md");
    edit(readme, (text) => text.replace(/(?<=await client\.)\w+(?=\()/, "notDescribed"));
    const line = readFileSync(readme, "utf8").slice(0, readFileSync(readme, "utf8").indexOf("notDescribed"));
    const { status, output } = run(copy, "tools/e2e/samples/check.ts");
    expect(output).toContain(
      `packages/client/README.md:${line.split("\n").length}:${line.length - line.lastIndexOf("\n")}: error`,
    );
    expect(status).toBe(1);
    const failed = { id: "@visitors-api/e2e#samples", task: "samples", directory: "tools/e2e" };
    expect(repairs([failed])).toBe("To be edited, at the places above:\n  a sample, which does not compile");
  });
});

test("a lockfile that is out of step stops every command, and is not written to", () => {
  const { folder, remove } = copyManifests();
  onTestFinished(remove);
  const lockfile = readFileSync(join(folder, "pnpm-lock.yaml"), "utf8");
  edit(join(folder, "spec/package.json"), (text) =>
    text.replace('"devDependencies": {', `"devDependencies": { "one-more": "1.0.0",`),
  );

  const { status, output } = run(folder, "tools/workspace/bootstrap.mjs", "check");

  expect(output).toMatch(/pnpm-lock\.yaml is not in step with .*one-more/);
  expect(lastLine(output)).toMatch(/^ {2}npx pnpm@\S+ install --no-frozen-lockfile$/);
  expect(status).toBe(1);
  expect(readFileSync(join(folder, "pnpm-lock.yaml"), "utf8")).toBe(lockfile);
});

test("a lockfile with the marks of a merge is told in the same way", () => {
  const { folder, remove } = copyManifests();
  onTestFinished(remove);
  appendFileSync(join(folder, "pnpm-lock.yaml"), "<<<<<<< HEAD\n");
  const { status, output } = run(folder, "tools/workspace/bootstrap.mjs", "check");
  expect(lastLine(output)).toMatch(/^ {2}npx pnpm@\S+ install --no-frozen-lockfile$/);
  expect(status).toBe(1);
});

function lastLine(output: string): string | undefined {
  return output.trimEnd().split("\n").at(-1);
}
