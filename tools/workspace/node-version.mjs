import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What is wrong with running this repository's scripts on this Node; nothing when it is new enough.
 *
 * @param {string} version such as "20.19.0"
 * @param {string} range from package.json's `engines.node`, such as ">=20.19"
 * @returns {string | undefined}
 */
export function nodeVersionProblem(version, range) {
  const required = range.replace(">=", "");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [requiredMajor = 0, requiredMinor = 0] = required.split(".").map(Number);
  if (major > requiredMajor || (major === requiredMajor && minor >= requiredMinor)) return undefined;
  return (
    `Node ${version} is too old: this repository needs Node ${required} or newer to start. ` +
    "Install a current release from https://nodejs.org and run this again."
  );
}

/**
 * What is wrong with running them on this Node where npm has no build of the pinned one; nothing when it is as new.
 *
 * @param {string} version such as "20.19.0"
 * @param {string} root the workspace's folder
 * @returns {string | undefined}
 */
export function missingBuildProblem(version, root) {
  const settings = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const [, pinned = "0"] = /^nodeVersion: (\d+)/m.exec(settings) ?? [];
  if (Number.parseInt(version, 10) >= Number(pinned)) return undefined;
  return (
    `npm has no build of Node ${pinned} for ${process.platform} on ${process.arch}, and Node ${version} is older. ` +
    `Install Node ${pinned} or newer from https://nodejs.org and run this again.`
  );
}
