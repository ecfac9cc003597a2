/** How pnpm names a lockfile that is not what the package.json files and pnpm-workspace.yaml ask for. */
const outOfStep =
  /ERR_PNPM_(OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH|NO_LOCKFILE|BROKEN_LOCKFILE|LOCKFILE_MISSING_DEPENDENCY)/;

/**
 * What is wrong with the lockfile, and the command that repairs it, from what pnpm ended with when it was told not to
 * write one. Undefined when it ended for another reason.
 *
 * @param {string} words pnpm's, on one line
 * @param {string} packageManager from package.json, such as "pnpm@12.21.0"
 * @returns {{ what: string, command: string } | undefined}
 */
export function lockfileProblem(words, packageManager) {
  if (!outOfStep.test(words)) return undefined;
  // pnpm's own advice begins with "help:", and takes for granted that pnpm is installed.
  const [told = ""] = words.split(" help: ");
  const reason = told.replace(/^.*(?:Failure reason: |installing dependencies )/, "");
  return {
    what: `pnpm-lock.yaml is not in step with the package.json files and pnpm-workspace.yaml: ${reason}`,
    command: `npx ${packageManager} install --no-frozen-lockfile`,
  };
}
