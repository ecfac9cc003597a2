import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = ".githooks";

/**
 * Has git run the hooks in .githooks, in a clone that somebody works in: not in continuous integration, and not where
 * the place of hooks is set already, be it to git's own .git/hooks.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @returns {boolean} whether that is new
 */
export function installHooks(root, environment) {
  if (environment["CI"] || !existsSync(join(root, ".git")) || !existsSync(join(root, folder))) return false;
  // Git ends with 1 when the setting is in none of its files; without git there is nothing to set.
  if (git(root, ["config", "--get", "core.hooksPath"]) !== 1) return false;
  return git(root, ["config", "core.hooksPath", folder]) === 0;
}

/**
 * @param {string} root
 * @param {string[]} gitArguments
 * @returns {number | null} its exit code; null when there is no git
 */
function git(root, gitArguments) {
  return spawnSync("git", gitArguments, { cwd: root, stdio: "ignore" }).status;
}
