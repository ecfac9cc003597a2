import { spawn } from "node:child_process";
import { peakMemory } from "./memory.ts";

export interface Execution {
  readonly milliseconds: number;
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  /** What it printed, on both outputs. */
  readonly output: string;
  /** Of the process and its children together, in bytes; undefined unless asked for, and where it cannot be seen. */
  readonly peakMemory: number | undefined;
}

export interface CommandOptions {
  readonly cwd: string;
  /** Looking at memory takes time, so what is timed is not looked at. Default: false. */
  readonly watchMemory?: boolean;
}

/** No command here takes longer than a fraction of this. */
const limit = 120_000;

/** Runs a command to its end, whole process: from before it is started until it has gone. */
export function execute(
  command: string,
  args: readonly string[],
  { cwd, watchMemory = false }: CommandOptions,
): Promise<Execution> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: limit,
    });
    const watch = watchMemory && child.pid !== undefined ? peakMemory(child.pid) : undefined;
    const output: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => output.push(data));
    child.stderr.on("data", (data: Buffer) => output.push(data));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({
        milliseconds: performance.now() - started,
        exitCode: code ?? undefined,
        output: Buffer.concat(output).toString(),
        peakMemory: watch?.(),
      });
    });
  });
}

/** Runs a script on this Node. */
export function executeNode(args: readonly string[], options: CommandOptions): Promise<Execution> {
  return execute(process.execPath, args, options);
}
