import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { BenchmarkError } from "./benchmark-error.ts";

const onlyThisMachine = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Starts the Chromium that CHROMIUM_PATH names, or the one that this machine has. It finds no other host than this machine:
 * that costs a page nothing, where a request that is intercepted waits for another process.
 *
 * @throws {BenchmarkError} when there is none.
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = [process.env["CHROMIUM_PATH"], ...places].find((path) => path && existsSync(path));
  if (executablePath === undefined) {
    throw new BenchmarkError("There is no Chromium; install it, or set CHROMIUM_PATH to its executable.");
  }
  const quiet = ["background-networking", "component-update", "sync", "quic", "gpu"].map(
    (what) => `--disable-${what}`,
  );
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--no-first-run", onlyThisMachine, ...quiet],
  });
}
