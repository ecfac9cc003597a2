import { accessSync, constants, mkdirSync } from "node:fs";
import { join, sep } from "node:path";

/**
 * Where the user's home folder cannot be written, as in some containers, everything started from here gets another one: npm,
 * pnpm and browsers keep their downloads and profiles in it. npm's settings of the user still hold; npm itself has passed on
 * where they are (`npm_config_userconfig`), and with them the cache in the home that cannot be written.
 *
 * @param {NodeJS.ProcessEnv} environment to be changed
 * @param {string} home the user's own
 * @param {string} root
 * @returns {string | undefined} the other one, relative to the root; undefined where the user's own will do
 */
export function replaceHome(environment, home, root) {
  try {
    accessSync(home, constants.W_OK);
    return undefined;
  } catch {
    const other = "node_modules/.cache/home";
    mkdirSync(join(root, other), { recursive: true });
    environment[process.platform === "win32" ? "USERPROFILE" : "HOME"] = join(root, other);
    if (environment["npm_config_cache"]?.startsWith(home + sep)) delete environment["npm_config_cache"];
    return other;
  }
}
