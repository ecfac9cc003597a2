import { type Browser, chromium } from "playwright-core";
import { limits } from "../../workspace/vitest.config.ts";

/** Starts the Chromium that CHROMIUM_PATH names, or Debian's. Left to itself it asks many a host on the network. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    timeout: limits.condition,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return browser.on("context", (context) => context.setDefaultTimeout(limits.condition));
}
