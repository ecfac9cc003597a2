import { type Browser, chromium } from "playwright-core";
import { limits } from "../limits.ts";
import { findBrowser, thisMachine } from "./find.ts";

/**
 * Starts the browser that CHROMIUM_PATH names, or one that this machine has. Left to itself it asks many a host on the
 * network.
 *
 * @param flags Further flags of its command line.
 * @throws {Error} when there is none.
 */
export async function launchChromium(...flags: readonly string[]): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? findBrowser(thisMachine());
  if (executablePath === undefined) {
    throw new Error(
      "There is no Chromium, Chrome or Edge; install one, or set CHROMIUM_PATH to its program.",
    );
  }
  const browser = await chromium.launch({
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
  });
  return browser.on("context", (context) => context.setDefaultTimeout(limits.condition));
}
