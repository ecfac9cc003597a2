import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { workspaceFolders } from "../../installed.mjs";
import { root } from "../../src/root.ts";

export interface ManifestsCopy {
  readonly folder: string;
  remove(): void;
}

/** What an install reads and nothing else, with the pnpm that is installed, and the command that would start it. */
export function copyManifests(): ManifestsCopy {
  const folder = mkdtempSync(join(tmpdir(), "manifests-"));
  const files = [
    ...["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ".pnpmfile.cjs"],
    ...workspaceFolders(root).map((name) => `${name}/package.json`),
    ...readdirSync(join(root, "tools/workspace"))
      .filter((name) => name.endsWith(".mjs"))
      .map((name) => `tools/workspace/${name}`),
    "tools/workspace/src/check.ts",
  ];
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { recursive: true });
  }
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  for (const name of ["pnpm", ".bin/pnpm"]) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
