import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { nodeBuild } from "./node-build.mjs";

/**
 * Whether node_modules is what pnpm-lock.yaml and the package.json files ask for, found without starting pnpm (which
 * would ask the registry when its own cache is empty).
 *
 * @param {string} root the workspace's folder
 */
export function isInstalled(root) {
  const node = nodeBuild(root);
  try {
    const lockfile = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
    const installed = readFileSync(join(root, "node_modules/.pnpm/lock.yaml"), "utf8");
    return (
      lockfile === installed &&
      (node === undefined || existsSync(node)) &&
      noManifestIsNewer(root) &&
      linkedDependencies(lockfile).every((link) => existsSync(join(root, link)))
    );
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

/**
 * The version of pnpm that is installed in the workspace itself.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function installedPnpmVersion(root) {
  const manifest = join(root, "node_modules/pnpm/package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}

/** pnpm writes its state file at the end of every install, also of one that found nothing to do.
 *
 * @param {string} root */
function noManifestIsNewer(root) {
  const installedAt = statSync(join(root, "node_modules/.pnpm-workspace-state-v1.json")).mtimeMs;
  const manifests = workspaceFolders(root).map((folder) => join(root, folder, "package.json"));
  return [join(root, "pnpm-workspace.yaml"), join(root, "package.json"), ...manifests].every(
    (file) => statSync(file).mtimeMs <= installedAt,
  );
}

/**
 * The folders of the workspace's packages, from the plain list that pnpm-workspace.yaml opens with.
 *
 * @param {string} root
 */
export function workspaceFolders(root) {
  const lines = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8").split(/\r?\n/);
  const after = lines.slice(lines.indexOf("packages:") + 1);
  const end = after.findIndex((line) => !line.startsWith("  - "));
  return after
    .slice(0, end)
    .map((line) => line.slice("  - ".length).trim())
    .flatMap((pattern) => {
      if (!pattern.endsWith("/*")) return [pattern];
      const parent = pattern.slice(0, -2);
      return readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
    })
    .filter((folder) => existsSync(join(root, folder, "package.json")));
}

/**
 * Where pnpm links each package's own dependencies, from the lockfile's `importers`: folders at two spaces, kinds of
 * dependency at four, names at six. Optional ones may be missing.
 *
 * @param {string} lockfile
 */
export function linkedDependencies(lockfile) {
  const lines = lockfile.split(/\r?\n/);
  const start = lines.indexOf("importers:") + 1;
  const length = lines.slice(start).findIndex((line) => /^\S/.test(line));
  /** @type {string[]} */
  const links = [];
  let folder = "";
  let kind = "";
  for (const line of lines.slice(start, start + length)) {
    const [, indent = "", key = ""] = /^( +)'?([^':]+)'?:/.exec(line) ?? [];
    if (indent.length === 2) folder = key;
    if (indent.length === 4) kind = key;
    if (indent.length === 6 && kind !== "optionalDependencies") links.push(join(folder, "node_modules", key));
  }
  return links;
}
