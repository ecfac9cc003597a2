import { execFile } from "node:child_process";
import { ReleaseProblem } from "../problem.ts";

export interface Outcome {
  /** Undefined when a signal ended the command. */
  readonly status: number | undefined;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** No command takes longer than a fraction of this, on whatever machine. In milliseconds. */
const limit = 10 * 60_000;

/** Runs a command to its end, or ends it after ten minutes. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { cwd } = options;
  // A registry and a sandbox are on this machine, and no proxy knows them.
  const noProxy = [process.env["NO_PROXY"], "127.0.0.1"].filter(Boolean).join(",");
  const env = { ...process.env, NO_PROXY: noProxy, ...options.env };
  return new Promise((resolve) => {
    const done = (error: (Error & { code?: unknown }) | null, stdout: string, stderr: string) => {
      const code = error ? error.code : 0;
      resolve({ status: typeof code === "number" ? code : undefined, output: stdout + stderr });
    };
    execFile(command, args, { cwd, env, timeout: limit, maxBuffer: 64 * 1024 * 1024 }, done);
  });
}

/** Runs a file as `node file` would. */
export function runNode(
  file: string,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Outcome> {
  return run(process.execPath, [file, ...args], options);
}

/**
 * Runs a command that has to succeed, and gives what it printed.
 *
 * @throws {ReleaseProblem} with what it said, when it does not.
 */
export async function succeed(
  command: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string> {
  const { status, output } = await run(command, args, options);
  if (status === 0) return output;
  const shown = [command === process.execPath ? "node" : command, ...args].join(" ");
  throw new ReleaseProblem(`${output.trim()}\n${shown} failed (${status ?? "it was ended"}), see above.`);
}
