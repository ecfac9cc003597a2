import { spawn } from "node:child_process";
import { installedPnpmVersion } from "./installed.mjs";
import { lockfileProblem } from "./lockfile.mjs";

/** How the network's failures are spelled by npm, pnpm and what they are built on. */
const networkFailure =
  /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|dns error|error sending request|certificate/i;

/**
 * One retry each, soon: a minute of silence and a page of warnings help nobody. npm and pnpm both read these. And npm, which fetches
 * nothing but pnpm, need not ask what is known against it.
 */
const settings = {
  npm_config_audit: "false",
  npm_config_fetch_retries: "1",
  npm_config_fetch_retry_mintimeout: "1000",
  pnpm_config_fetch_retries: "1",
  pnpm_config_fetch_retry_mintimeout: "1000",
};

/**
 * Whether each version in the lockfile is old enough, and was published as those before it, pnpm looks up in the registry: 160 MB of
 * metadata. Continuous integration does it, before a lockfile gets to where it is cloned from.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
const verification = (environment) => (environment["CI"] ? "--no-trust-lockfile" : "--trust-lockfile");

/**
 * Installs what the lockfile says, showing how far it is; its output in full only when it fails.
 *
 * @param {string} root
 * @param {string} packageManager from package.json, such as "pnpm@12.21.0"
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<string | undefined>} what went wrong, to be shown
 */
export async function install(root, packageManager, environment) {
  const started = performance.now();
  let isStopped = false;
  const stopChild = () => {
    isStopped = true;
    child.kill();
  };
  process.once("SIGINT", stopChild).once("SIGTERM", stopChild);
  console.log(`Installing packages with ${packageManager} (once, and again when the lockfile changes)`);
  const { command, commandArguments, shell } = pnpmCommand(root, packageManager);
  const installArguments = ["install", "--frozen-lockfile", verification(environment)];
  const child = spawn(command, [...commandArguments, ...installArguments], {
    cwd: root,
    env: { ...environment, ...settings },
    shell,
    stdio: ["ignore", "pipe", "pipe"],
  });

  const show = progressLine();
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
      show(text);
    });
  }
  /** @type {number | string} */
  const outcome = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code ?? `ended by ${signal}`));
  });
  process.off("SIGINT", stopChild).off("SIGTERM", stopChild);

  if (outcome === 0) {
    console.log(`Packages installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return undefined;
  }
  if (isStopped) return "The installation was stopped. Run this again, and it goes on from there.";
  return failure(output, outcome, packageManager);
}

/**
 * The installed pnpm when it is the pinned one, else npm fetches it.
 *
 * @param {string} root
 * @param {string} packageManager
 */
function pnpmCommand(root, packageManager) {
  const windows = process.platform === "win32";
  if (`pnpm@${installedPnpmVersion(root)}` === packageManager) {
    return { command: "pnpm", commandArguments: [], shell: windows };
  }
  // npm says where it is, which spares the search for npx and Windows' rule that a .cmd file needs a shell.
  const npm = process.env["npm_execpath"] ?? "";
  return /npm-cli\.[cm]?js$/.test(npm)
    ? {
        command: process.execPath,
        commandArguments: [npm, "exec", "--yes", "--package", packageManager, "--", "pnpm"],
        shell: false,
      }
    : { command: "npx", commandArguments: ["--yes", packageManager], shell: windows };
}

/**
 * @param {string} output
 * @param {number | string} outcome
 * @param {string} packageManager
 */
function failure(output, outcome, packageManager) {
  const cause = finalError(output);
  const lockfile = lockfileProblem(cause, packageManager);
  if (lockfile !== undefined) {
    return `${lockfile.what}\nBring it in step, and commit it with them:\n\n  ${lockfile.command}`;
  }
  if (networkFailure.test(cause)) {
    return (
      `The packages could not be downloaded: ${cause.slice(0, 300)}\n` +
      "Check the network; behind a proxy set HTTPS_PROXY, behind an inspecting one NODE_EXTRA_CA_CERTS. Then run this again."
    );
  }
  return `${output}\nThe packages could not be installed (${outcome}); pnpm's own words stand above.`;
}

/**
 * What npm or pnpm ended with, on one line. Warnings of retries stand before it and may have come to a good end.
 *
 * @param {string} output
 */
export function finalError(output) {
  const lines = output.split("\n");
  const fromNpm = lines
    .filter((line) => line.startsWith("npm error"))
    .map((line) => line.slice("npm error".length));
  const request = fromNpm.find((line) => line.includes("request to")) ?? fromNpm.join(" ");
  const fromPnpm = lines.slice(lines.findLastIndex((line) => line.startsWith("Error: "))).join(" ");
  return (request || fromPnpm).replace(/[\s│×╰─▶]+/gu, " ").trim();
}

/** Turns pnpm's reports into one line that is rewritten on a terminal, and into a line every few seconds elsewhere. */
function progressLine() {
  const everyMs = process.stdout.isTTY ? 100 : 5000;
  let shownAt = performance.now();
  return (/** @type {string} */ text) => {
    const [, downloaded, added] = /Progress: .*downloaded (\d+), added (\d+)/.exec(text) ?? [];
    const [, step] = /node_modules[\\/](\S+) (?:pre|post)?install\$/.exec(text) ?? [];
    const progress = step ? `setting up ${step}` : added && `${downloaded} downloaded, ${added} in place`;
    if (!progress || performance.now() - shownAt < everyMs) return;
    shownAt = performance.now();
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[K  ${progress}` : `  ${progress}\n`);
    if (process.stdout.isTTY && step) process.stdout.write("\r\x1b[K");
  };
}
