import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { publishedPackages } from "../../src/packages.ts";
import { bundle, keepRelease } from "../../src/releases.ts";
import { root } from "../../src/root.ts";

/**
 * The packages that are published and what releases them, in a folder that is gone when the test is over.
 *
 * @param folders Those of the packages, the client's among them. Default: all.
 */
export function repository(folders?: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "visitors-api-release-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const manifests = publishedPackages(root)
    .filter((one) => folders?.includes(one.folder) ?? true)
    .map((one) => `${one.folder}/package.json`);
  const copied = ["package.json", "pnpm-workspace.yaml", ".changeset/config.json", ...manifests];
  for (const file of copied) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const file of manifests) {
    writeFileSync(
      join(folder, file),
      JSON.stringify({ ...JSON.parse(read(folder, file)), version: "0.1.0" }),
    );
  }
  writeFileSync(join(folder, "packages/client/README.md"), "# A client\n\n```ts\nfetch;\n```\n");
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "tools"));
  symlinkSync(join(root, "tools/release"), join(folder, "tools/release"));

  mkdirSync(dirname(bundle(folder)), { recursive: true });
  cpSync(bundle(root), bundle(folder));
  keepRelease(folder, "0.1.0");
  return folder;
}

export function edit(folder: string, file: string, before: string | RegExp, after: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`${file} has no ${before} to edit`);
  writeFileSync(path, edited);
}

export function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

export function versionOf(folder: string, name: string): string {
  return JSON.parse(read(folder, `${name}/package.json`)).version;
}

/** Gives the description another sentence to begin with. */
export function editDescription(folder: string): void {
  edit(folder, "spec/dist/openapi.json", /("info": \{[^}]*?"description": ")/, "$1More words. ");
}

export function writeChangeset(
  folder: string,
  id: string,
  bumps: Readonly<Record<string, string>>,
  summary: string,
): void {
  const lines = Object.entries(bumps).map(([name, bump]) => `"@visitors-api/${name}": ${bump}\n`);
  writeFileSync(join(folder, `.changeset/${id}.md`), `---\n${lines.join("")}---\n\n${summary}\n`);
}
