import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Machine } from "./this-machine.ts";

/** One way to come by a browser: programs run one after another, each within the time. */
interface Installer {
  name: string;
  commands: [program: string, ...programArguments: string[]][];
  timeoutMs: number;
}

/**
 * Tries each way that this machine allows until there is a browser.
 *
 * @param find looks for one; called after each way
 * @throws {Error} saying what was tried and what to do instead
 */
export async function installBrowser(machine: Machine, find: () => string | undefined): Promise<string> {
  const tried: string[] = [];
  for (const installer of installers(machine)) {
    console.log(`No Chromium, Chrome or Edge found; installing Chromium with ${installer.name}`);
    const problem = await runInstaller(installer, machine.environment);
    const found = find();
    if (found !== undefined) return found;
    tried.push(`${installer.name}: ${problem ?? "it installed nothing that runs"}`);
  }
  throw new Error(
    [
      "The tests need a Chromium, Chrome or Edge, and none could be installed.",
      ...tried.map((attempt) => `  ${attempt}`),
      "Install one, or set CHROMIUM_PATH to the program of one, and run npm test again.",
    ].join("\n"),
  );
}

/** Debian's own package first where it is a real one (Ubuntu's needs snapd) and may be installed, else playwright's. */
export function installers(machine: Machine): Installer[] {
  const playwright: Installer = {
    name: "playwright",
    commands: [[process.execPath, playwrightCli(), "install", "--no-shell", "--no-progress", "chromium"]],
    timeoutMs: 5 * 60_000,
  };
  const apt = aptInstaller(machine);
  if (apt === undefined) return [playwright];
  return /^ID=debian$/m.test(machine.osRelease) ? [apt, playwright] : [playwright, apt];
}

function aptInstaller({ platform, environment, isRoot, osRelease }: Machine): Installer | undefined {
  if (platform !== "linux" || !/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(osRelease)) return undefined;
  const asRoot = isRoot ? [] : ["sudo", "-n"];
  if (!isRoot && spawnSync("sudo", ["-n", "true"], { env: environment, stdio: "ignore" }).status !== 0)
    return undefined;
  const aptGet = (...words: string[]): Installer["commands"][number] => {
    // The list starts with sudo or env, so there is always a first word.
    return [
      ...asRoot,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      ...words,
    ] as Installer["commands"][number];
  };
  return {
    name: "apt-get",
    commands: [
      aptGet("update", "--quiet"),
      aptGet(
        "install",
        "--quiet",
        "--yes",
        "--no-install-recommends",
        "-o",
        "DPkg::Lock::Timeout=60",
        "chromium",
      ),
    ],
    timeoutMs: 5 * 60_000,
  };
}

function playwrightCli(): string {
  return fileURLToPath(new URL("cli.js", import.meta.resolve("playwright-core/package.json")));
}

/** @returns what went wrong */
async function runInstaller(
  { commands, timeoutMs }: Installer,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (const [program, ...programArguments] of commands) {
    const child = spawn(program, programArguments, {
      env: environment,
      signal: deadline,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const problem = await new Promise<string | undefined>((resolve) => {
      child.on("error", (error) =>
        resolve(deadline.aborted ? `not done in ${timeoutMs / 60_000} min` : error.message),
      );
      child.on("close", (code) => resolve(code === 0 ? undefined : lastWords(output)));
    });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The line that says why, which apt and playwright both mark; else the last one. */
function lastWords(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.find((line) => /^(E:|Error:|.*ERR)/.test(line)) ?? lines.at(-1) ?? "it failed without a word";
}
