import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface SandboxProcess {
  url: string;
  /** Ends the process and waits until it is gone. */
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 3_000;

/**
 * Starts the built sandbox's own command on loopback.
 *
 * @param port 0 lets the system choose a free one
 * @param flags of the command, beside its port
 * @throws {Error} when it ends, or says no address, within a minute
 */
export async function startSandbox(port: number, flags: readonly string[] = []): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [sandboxCommand(), "--port", String(port), ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    const url = await announcedUrl(child);
    return { url, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

function sandboxCommand(): string {
  const manifest = fileURLToPath(import.meta.resolve("@visitors-api/sandbox/package.json"));
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, "utf8"));
  const [command] = Object.values(bin);
  if (command === undefined) throw new Error(`${manifest} names no command under "bin".`);
  return join(dirname(manifest), command);
}

async function announcedUrl(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise<string>((resolve, reject) => {
    const fail = (what: string) =>
      reject(new Error(`The sandbox ${what}. It said: ${output.trim() || "nothing"}`));
    const timeout = setTimeout(
      () => fail(`named no address within ${startTimeoutMs / 1000} s`),
      startTimeoutMs,
    );
    const read = (text: string) => {
      output += text;
      const url = /https?:\/\/[^\s/]+:\d+/.exec(output)?.[0];
      if (url === undefined) return;
      clearTimeout(timeout);
      resolve(url);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.on("error", (error) => fail(`could not be started (${error.message})`));
    child.on("close", (code) => {
      clearTimeout(timeout);
      fail(`ended with exit code ${code}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
  await closed;
  clearTimeout(force);
}
