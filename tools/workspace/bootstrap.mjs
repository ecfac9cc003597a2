/**
 * Every root script starts here, on whatever Node the machine has: brings node_modules in step with the lockfile,
 * then runs src/<command>.ts on the Node that package.json pins (for a:b, src/a-b.ts), or where npm has no build of it
 * on the machine's own.
 *
 *     node tools/workspace/bootstrap.mjs <command> [arguments]
 *
 * Exits as the command does. 1: the packages could not be installed. 2: no such command, or arguments for one that takes none.
 */

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants, homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { answerTo } from "./commands.mjs";
import { childEnvironment } from "./environment.mjs";
import { replaceHome } from "./home.mjs";
import { installHooks } from "./hooks.mjs";
import { install } from "./install.mjs";
import { isInstalled } from "./installed.mjs";
import { nodeBuild } from "./node-build.mjs";
import { missingBuildProblem, nodeVersionProblem } from "./node-version.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

/** @param {string} message @param {number} code @returns {never} */
function stop(message, code) {
  console.error(message);
  process.exit(code);
}

const [command = "", ...commandArguments] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const build = nodeBuild(root);
const versionProblem =
  nodeVersionProblem(process.versions.node, manifest.engines.node) ??
  (build === undefined ? missingBuildProblem(process.versions.node, root) : undefined);
if (versionProblem) stop(versionProblem, 1);

/** @param {string} name Not every file system takes the colon that npm's scripts are grouped by. */
const scriptOf = (name) => join(here, "src", `${name.replaceAll(":", "-")}.ts`);
const script = scriptOf(command);
if (!Object.hasOwn(manifest.scripts, command) || !existsSync(script)) {
  const commands = Object.keys(manifest.scripts).filter((name) => existsSync(scriptOf(name)));
  stop(`There is no command "${command}". The commands are: ${commands.join(", ")}.`, 2);
}

const answer = answerTo(command, commandArguments);
if (answer?.code === 0) {
  console.log(answer.text);
  process.exit();
}
if (answer) stop(answer.text, answer.code);

const environment = childEnvironment(process.env, join(root, "node_modules/.bin"));
const otherHome = replaceHome(environment, homedir(), root);
if (!isInstalled(root)) {
  if (otherHome) console.log(`${homedir()} cannot be written; what is downloaded is kept in ${otherHome}`);
  const problem = await install(root, manifest.packageManager, environment);
  if (problem) stop(problem, 1);
  if (installHooks(root, environment)) {
    console.log(
      "Commits are checked from now on by .githooks/pre-commit (CONTRIBUTING.md says how to remove it)",
    );
  }
}

const child = spawn(build ?? process.execPath, [script, ...commandArguments], {
  cwd: root,
  env: environment,
  stdio: "inherit",
});
for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => {
  stop(`Node could not be started (${error.message}). Delete the folder node_modules and run this again.`, 1);
});
child.on("exit", (code, signal) => {
  // A shell reports a process that a signal ended as 128 and the signal's number.
  process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
});
