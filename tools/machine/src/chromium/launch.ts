import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { limits } from "../limits.ts";
import { findBrowser } from "./find.ts";
import { thisMachine } from "./this-machine.ts";

/**
 * A flag with which pages reach nothing but 127.0.0.1. That costs them nothing, where a request that is intercepted waits for another
 * process and is never answered by the browser's cache.
 */
export const onlyThisMachine = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/**
 * Starts the browser that CHROMIUM_PATH names, or one that this machine has.
 *
 * @param flags Further flags of its command line.
 * @throws {Error} when there is none.
 */
export async function launchChromium(...flags: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch(launchOptions(...flags));
  return browser.on("context", (context) => context.setDefaultTimeout(limits.condition));
}

/**
 * How that browser is started, for a Playwright that starts it itself. Left to itself it asks many a host on the network.
 *
 * @param flags Further flags of its command line.
 * @throws {Error} when there is none.
 */
export function launchOptions(...flags: readonly string[]): LaunchOptions {
  const executablePath = process.env["CHROMIUM_PATH"] ?? findBrowser(thisMachine());
  if (executablePath === undefined) {
    throw new Error(
      "There is no Chromium, Chrome or Edge; install one, or set CHROMIUM_PATH to its program.",
    );
  }
  return {
    executablePath,
    timeout: limits.condition,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...flags,
    ],
  };
}
