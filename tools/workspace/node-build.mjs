import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The build of Node that package.json pins for this platform: a package of npm for each, of which pnpm installs the one that fits.
 *
 * @param {string} root the workspace's folder
 * @returns {string | undefined} the file to run; undefined where package.json has none, since npm has none for every platform
 */
export function nodeBuild(root) {
  const isWindows = process.platform === "win32";
  const name = `node-${isWindows ? "win" : process.platform}-${process.arch}`;
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (!Object.hasOwn(optionalDependencies, name)) return undefined;
  return join(root, "node_modules", name, "bin", isWindows ? "node.exe" : "node");
}
