import { execFile } from "node:child_process";

export interface Outcome {
  /** Undefined when a signal ended the command. */
  readonly status: number | undefined;
  readonly output: string;
}

/** Runs a command to its end; no command here takes longer than a minute. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const env = { ...process.env, ...options.env };
  return new Promise((resolve) => {
    const done = (error: (Error & { code?: unknown }) | null, stdout: string, stderr: string) => {
      const code = error ? error.code : 0;
      resolve({ status: typeof code === "number" ? code : undefined, output: stdout + stderr });
    };
    execFile(command, args, { cwd: options.cwd, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }, done);
  });
}

/** Runs a file as `node file` would. */
export function runNode(file: string, args: readonly string[] = [], options: Parameters<typeof run>[2] = {}) {
  return run(process.execPath, [file, ...args], options);
}
