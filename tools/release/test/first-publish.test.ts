import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Packed, publish, workspaceEnvironment } from "../src/publish.ts";
import { startStrictRegistry } from "../src/registry/strict-registry.ts";
import { publishFirstAndNext } from "../src/rehearsal/first.ts";
import { root } from "../src/root.ts";
import { succeed } from "../src/succeed.ts";
import { memoryRegistry } from "./support/memory-registry.ts";

const name = "@visitors-api/tried";
const repository = "somebody/api";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "visitors-api-first-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function packed(folder: string, version: string, fields: object = {}): Promise<Packed> {
  const source = join(folder, version);
  mkdirSync(source, { recursive: true });
  const url = `git+https://github.com/${repository}.git`;
  const manifest = { name, version, repository: { url }, publishConfig: { access: "public" }, ...fields };
  writeFileSync(join(source, "package.json"), JSON.stringify(manifest));
  const tarball = join(source, "packed.tgz");
  await succeed("pnpm", ["pack", "--out", tarball], { cwd: source, env: workspaceEnvironment(root) });
  return { name, version, folder: source, repository: { url }, tarball, bytes: 0 };
}

async function strict(folder: string, has: Readonly<Record<string, string>> = {}) {
  const upstream = await memoryRegistry("of the rehearsal", has);
  const registry = await startStrictRegistry(upstream, join(folder, "npm"), repository);
  onTestFinished(() => registry.stop());
  return { ...registry, versions: upstream.versions };
}

test("a person creates a package, and the workflow publishes its next version without a token", async () => {
  const folder = temporaryFolder();
  const registry = await strict(folder);
  const lines: string[] = [];
  const versions = [await packed(folder, "0.1.0"), await packed(folder, "0.1.1")] as const;
  await publishFirstAndNext([versions[0]], [versions[1]], registry, (line) => lines.push(line));
  expect(lines.map((line) => line.replace(/^ *[\d.]+ s {2}/, ""))).toEqual([
    "A workflow creates them, which npm refuses",
    "A person creates them",
    "The same versions again, which npm refuses",
    "The workflow, trusted by now, publishes the next versions",
  ]);
  expect(registry.versions(name)).toEqual(["0.1.0", "0.1.1"]);
});

test("what npm refuses is refused: a private package of a scope, another repository, a workflow that nobody trusts", async () => {
  const folder = temporaryFolder();
  const registry = await strict(folder, { [name]: "0.1.0" });
  const { person, workflow } = registry;
  const closed = await packed(join(folder, "closed"), "0.1.0", {
    name: "@visitors-api/closed",
    publishConfig: {},
  });
  await expect(publish(closed, person)).rejects.toThrow(/\bE402\b/);

  const next = await packed(folder, "0.1.1");
  await expect(publish(next, workflow)).rejects.toThrow(/\bENEEDAUTH\b/);
  registry.trust({ name });
  const foreign = await packed(join(folder, "foreign"), "0.1.1", { repository: "github:else/where" });
  await expect(publish(foreign, workflow)).rejects.toThrow(/\bE422\b.*repository\.url/s);
  expect(registry.versions(name)).toEqual(["0.1.0"]);
});
