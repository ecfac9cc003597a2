import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { limits } from "./limits.ts";
import type { RunOptions } from "./run.ts";

/** A process that runs until it is stopped. */
export interface Started {
  readonly process: ChildProcess;
  /** All that it has printed so far, on both streams. */
  output(): string;
  /**
   * Resolves when it has printed this.
   *
   * @param pattern What is looked for.
   * @param from How much of the output is left out.
   * @throws {Error} with the output, when it ends without, or has not printed it in ten minutes.
   */
  printed(pattern: RegExp, from?: number): Promise<RegExpExecArray>;
  /** Resolves when it has ended, and all that it printed is read: to its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it, by force where it does not end by itself, and waits until it is gone. */
  stop(): Promise<void>;
}

export interface StartOptions extends Pick<RunOptions, "cwd"> {
  /** All variables that it has. Default: this process's own. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Whether it is out of reach of the terminal's Ctrl-C. Default: false. */
  readonly detached?: boolean;
}

/** How long it has to end by itself, in milliseconds. */
const grace = 10_000;

/** Starts a command. It ends with this process, at the latest. */
export function start(command: string, args: readonly string[], options: StartOptions = {}): Started {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let failure: string | undefined;
  const progress = new EventEmitter().setMaxListeners(0);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      progress.emit("news");
    });
  }
  const end = () => void child.kill();
  process.once("exit", end);
  child.once("error", ({ message }) => {
    failure = `could not be started (${message})`;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code, signal) => {
      failure ??= `ended with ${signal ?? code}`;
      process.off("exit", end);
      progress.emit("news");
      resolve(code);
    });
  });
  return {
    process: child,
    output: () => output,
    async printed(pattern, from = 0) {
      const late = AbortSignal.timeout(limits.process);
      for (;;) {
        const found = pattern.exec(output.slice(from));
        if (found) return found;
        // Further arguments may be credentials.
        const said = `${[command, ...args.slice(0, 1)].join(" ")} printed no ${pattern}`;
        if (failure !== undefined) throw new Error(`${said}, and ${failure}:\n${output}`);
        await once(progress, "news", { signal: late }).catch((cause: unknown) => {
          throw new Error(`${said} yet:\n${output}`, { cause });
        });
      }
    },
    ended,
    async stop() {
      end();
      const force = setTimeout(() => child.kill("SIGKILL"), grace);
      await ended;
      clearTimeout(force);
    },
  };
}

/** A server in a process of its own. */
export interface StartedServer extends Started {
  /** Where it listens: what it printed first that is a URL with a port. */
  readonly url: string;
}

/**
 * Starts a command that prints where it listens.
 *
 * @throws {Error} with what it printed, when it ends or prints no URL.
 */
export async function startServer(
  command: string,
  args: readonly string[],
  options?: StartOptions,
): Promise<StartedServer> {
  const started = start(command, args, options);
  try {
    const [url] = await started.printed(/https?:\/\/[\w.[\]:]+:\d+/);
    return { ...started, url };
  } catch (error) {
    await started.stop();
    throw error;
  }
}
