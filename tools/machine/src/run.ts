import { spawn } from "node:child_process";
import { limits } from "./limits.ts";

/** How a process ended, and what it printed. */
export interface Run {
  /** Undefined when a signal ended it, and when there is no such command, which `stderr` then says. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came. */
  readonly output: string;
}

export interface RunOptions {
  /** Where it runs. Default: where this process does. */
  readonly cwd?: string | undefined;
  /** Variables beside and in place of this process's own; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** What it reads. Default: nothing. */
  readonly input?: string | undefined;
}

/** Runs a command to its end, or ends it when it hangs. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  // Servers of tools and tests are on this machine, and no proxy knows them.
  const noProxy = [process.env["NO_PROXY"], "127.0.0.1"].filter(Boolean).join(",");
  const noProxies = { NO_PROXY: noProxy, no_proxy: noProxy };
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...noProxies, ...options.env },
    timeout: limits.process,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const output: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => output.push(data) && stdout.push(data));
  child.stderr.on("data", (data: Buffer) => output.push(data) && stderr.push(data));
  // A program may end without reading what it is given.
  child.stdin.on("error", () => {}).end(options.input ?? "");
  const text = (parts: readonly Buffer[]) => Buffer.concat(parts).toString();
  return new Promise((resolve) => {
    child.on("error", ({ message }) =>
      resolve({ status: undefined, stdout: "", stderr: message, output: message }),
    );
    child.on("close", (status) =>
      resolve({
        status: status ?? undefined,
        stdout: text(stdout),
        stderr: text(stderr),
        output: text(output),
      }),
    );
  });
}

/** What ends this process ends a command that runs on its terminal first: it may have servers to stop and folders to remove. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command on this terminal, which it may ask something on, and has it told of the signals that this process is told of.
 *
 * @returns Its exit code; 1 when a signal ended it, or it could not be started, which is said.
 */
export async function runOnTerminal(
  command: string,
  args: readonly string[],
  { cwd, env }: Omit<RunOptions, "input"> = {},
): Promise<number> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.once("error", ({ message }) => console.error(`${command} could not be started: ${message}`));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  for (const signal of signals) process.off(signal, pass);
  return code !== null && code >= 0 ? code : 1;
}

/** Runs a file as `node file` would. */
export function runNode(file: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Run> {
  return run(process.execPath, [file, ...args], options);
}
