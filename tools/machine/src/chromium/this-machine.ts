import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { chromium } from "playwright-core";

/** Where to look; the fields have what a test wants to set. */
export interface Machine {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  home: string;
  /** Where playwright keeps the browser that it downloads. */
  playwrightBrowser: string;
  isRoot: boolean;
  /** The text of /etc/os-release, empty where there is none. */
  osRelease: string;
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    playwrightBrowser: chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
    osRelease: readOsRelease(),
  };
}

function readOsRelease(): string {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}
