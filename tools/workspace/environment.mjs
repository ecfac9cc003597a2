import { join } from "node:path";

/**
 * What `npm run` tells its script about itself. Inherited by pnpm or another npm, it would be taken for the user's
 * own settings, and npm warns of each that it does not know. Settings a user can have made (npm_config_registry,
 * npm_config_userconfig and the like) are kept.
 */
const setByNpmRun =
  /^(npm_(lifecycle|package)_.*|npm_command|npm_execpath|npm_node_execpath|npm_config_(user_agent|npm_version|local_prefix|global_prefix|prefix|node_gyp|init_module|noproxy)|init_cwd)$/i;

/** Nothing here reports on its users, or looks for newer versions of itself. */
const quiet = {
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  npm_config_update_notifier: "false",
};

/**
 * The environment for everything started from here: the workspace's own commands come first, and Node keeps what it has
 * compiled (https://nodejs.org/api/module.html#module-compile-cache) with what is installed. For a program in TypeScript
 * that is half of its start.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} commands the folder to put first in PATH
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(environment, commands) {
  const kept = Object.entries(environment).filter(([name]) => !setByNpmRun.test(name));
  /** @type {NodeJS.ProcessEnv} */
  const child = { ...Object.fromEntries(kept), ...quiet };
  // Windows spells it Path, and only process.env itself, not a copy of it, ignores case.
  const path = Object.keys(child).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const separator = process.platform === "win32" ? ";" : ":";
  child[path] = [commands, child[path]].filter(Boolean).join(separator);
  child["NODE_COMPILE_CACHE"] ??= join(commands, "../.cache/node-compile-cache");
  return child;
}
