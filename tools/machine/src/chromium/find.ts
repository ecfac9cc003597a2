import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installBrowser } from "./install.ts";
import { type Machine, thisMachine } from "./this-machine.ts";

const commandNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];

/**
 * A Chromium to run tests in: CHROMIUM_PATH, else an installed Chromium, Chrome or Edge, else playwright's own, else
 * one that is installed now.
 *
 * @returns the path of its program
 * @throws {Error} saying what to do when there is none and none can be installed, or when CHROMIUM_PATH is wrong
 */
export async function ensureBrowser(machine: Machine = thisMachine()): Promise<string> {
  const chosen = machine.environment["CHROMIUM_PATH"];
  if (chosen) {
    if (runs(chosen, machine)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is not a browser that runs. Correct it, or unset it.`);
  }
  return findBrowser(machine) ?? (await installBrowser(machine, () => findBrowser(machine)));
}

export function findBrowser(machine: Machine): string | undefined {
  return browserPaths(machine).find((path) => runs(path, machine));
}

/** Every place worth a look, best first. */
export function browserPaths(machine: Machine): string[] {
  return [...wellKnownPaths(machine), machine.playwrightBrowser];
}

function wellKnownPaths({ platform, environment, home }: Machine): string[] {
  if (platform === "darwin") {
    const apps = ["Chromium", "Google Chrome", "Microsoft Edge"];
    return ["/Applications", join(home, "Applications")].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => environment[name]);
    const programs = [
      "Chromium\\Application\\chrome.exe",
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return folders.flatMap((folder) => (folder ? programs.map((program) => `${folder}\\${program}`) : []));
  }
  const folders = (environment["PATH"] ?? "").split(delimiter).filter(Boolean);
  return commandNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Ubuntu has a chromium-browser that only says what to install instead, so being there is not enough. */
function runs(path: string, { platform }: Machine): boolean {
  if (!isProgram(path)) return false;
  if (platform === "win32") return true; // There `--version` opens a window.
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 60_000 }).status === 0;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
